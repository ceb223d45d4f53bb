// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// The core of the registry as a contract, for `make peers`: what it does is what the pallets do for the
/// same calls, and no more than is needed to compare them. It has no four eyes, no quotas, no governance.
contract Registry {
    struct Officer { bytes2 administration; uint8 scopes; }
    struct Certificate { bytes32 trader; bytes8 kind; uint32 roles; uint8 suspension; uint32 version; uint64 since; }
    struct Leg { bool inForce; bytes8 kind; uint32 roles; uint8 directions; uint16 benefits; }
    struct Use { bytes32 certificate; uint32 version; uint16 benefits; uint64 at; uint64 number; }

    uint8 constant CERTIFICATION = 1;
    uint8 constant SUSPENSION = 2;
    uint8 constant CLEARANCE = 4;

    mapping(address => Officer) public officers;
    mapping(bytes32 => Certificate) public certificates;
    /// The certificate of a trader.
    mapping(bytes32 => bytes32) public certificateOf;
    mapping(bytes2 => mapping(bytes2 => Leg)) public legs;
    mapping(bytes2 => mapping(bytes32 => Use)) public uses;
    mapping(bytes2 => mapping(bytes32 => uint32)) public acknowledged;
    mapping(bytes32 => uint64) public usesOf;
    /// How often a grantor has used benefits of an issuer, by the day.
    mapping(bytes2 => mapping(bytes2 => mapping(uint64 => uint64))) public counters;

    event Changed(bytes2 indexed issuer, bytes32 indexed certificate, uint8 suspension, uint32 version, bytes32 document, address by);
    event Granted(bytes2 indexed grantor, bytes32 indexed declaration, bytes32 certificate, uint16 benefits, uint64 number, address by);
    event Acknowledged(bytes2 indexed grantor, bytes32 indexed certificate, uint32 version, address by);

    error NotAnOfficer();
    error ScopeMissing();
    error UnknownCertificate();
    error AlreadySuspended();
    error NoBenefits();
    error AlreadyGranted();
    error AlreadyAcknowledged();

    constructor(bytes2[] memory administrations, address[][] memory officersOf) {
        for (uint256 i = 0; i < administrations.length; i++) {
            for (uint256 j = 0; j < officersOf[i].length; j++) {
                officers[officersOf[i][j]] = Officer(administrations[i], CERTIFICATION | SUSPENSION | CLEARANCE);
            }
        }
    }

    function officer(uint8 scope) private view returns (bytes2) {
        Officer memory own = officers[msg.sender];
        if (own.administration == 0) revert NotAnOfficer();
        if (own.scopes & scope == 0) revert ScopeMissing();
        return own.administration;
    }

    function key(bytes2 issuer, bytes20 number) public pure returns (bytes32) {
        return keccak256(abi.encodePacked(issuer, number));
    }

    function recognise(bytes2 issuer, Leg calldata leg) external {
        legs[issuer][officer(CERTIFICATION)] = leg;
    }

    function takeOver(bytes20[] calldata numbers, bytes32[] calldata traders, bytes8 kind, uint32 roles) external {
        bytes2 issuer = officer(CERTIFICATION);
        for (uint256 i = 0; i < numbers.length; i++) {
            bytes32 at = key(issuer, numbers[i]);
            certificates[at] = Certificate(traders[i], kind, roles, 0, 1, uint64(block.timestamp));
            certificateOf[traders[i]] = at;
            emit Changed(issuer, at, 0, 1, 0, msg.sender);
        }
    }

    function suspend(bytes20 number, uint8 suspension, bytes32 document) external {
        bytes2 issuer = officer(SUSPENSION);
        bytes32 at = key(issuer, number);
        Certificate storage certificate = certificates[at];
        if (certificate.version == 0) revert UnknownCertificate();
        if (certificate.suspension != 0) revert AlreadySuspended();
        certificate.suspension = suspension;
        certificate.version += 1;
        certificate.since = uint64(block.timestamp);
        emit Changed(issuer, at, suspension, certificate.version, document, msg.sender);
    }

    function acknowledge(bytes2 issuer, bytes20 number) external {
        bytes2 grantor = officer(CLEARANCE);
        bytes32 at = key(issuer, number);
        uint32 version = certificates[at].version;
        if (version == 0) revert UnknownCertificate();
        if (acknowledged[grantor][at] == version) revert AlreadyAcknowledged();
        acknowledged[grantor][at] = version;
        emit Acknowledged(grantor, at, version, msg.sender);
    }

    function evaluate(bytes2 grantor, bytes2 issuer, bytes32 trader, uint8 role, uint8 direction)
        public
        view
        returns (bytes32 at, uint16 benefits)
    {
        at = certificateOf[trader];
        Certificate memory certificate = certificates[at];
        Leg memory leg = legs[issuer][grantor];
        bool recognised = leg.inForce && leg.kind == certificate.kind && certificate.suspension == 0
            && certificate.roles & leg.roles & (uint32(1) << role) != 0 && leg.directions & (uint8(1) << direction) != 0;
        benefits = recognised ? leg.benefits : 0;
    }

    function grant(bytes32 declaration, bytes2 issuer, bytes32 trader, uint8 role, uint8 direction) external {
        bytes2 grantor = officer(CLEARANCE);
        if (uses[grantor][declaration].at != 0) revert AlreadyGranted();
        (bytes32 at, uint16 benefits) = evaluate(grantor, issuer, trader, role, direction);
        if (benefits == 0) revert NoBenefits();
        uint64 number = ++usesOf[trader];
        uses[grantor][declaration] = Use(at, certificates[at].version, benefits, uint64(block.timestamp), number);
        counters[grantor][issuer][uint64(block.timestamp) / 86_400] += 1;
        emit Granted(grantor, declaration, at, benefits, number, msg.sender);
    }
}
