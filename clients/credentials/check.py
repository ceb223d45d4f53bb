"""Verifies a credential and a status list with joserfc, and says with which version. Ends with 77 where it is not there."""

import json
import sys

try:
    import joserfc
    from joserfc import jws
    from joserfc.jwk import ECKey
except ImportError:
    sys.exit(77)


def verified(token, did):
    """Returns the claims of a token that is signed with a key of the document."""
    header = jws.extract_compact(token.encode()).headers()
    method = next(one for one in did["verificationMethod"] if one["id"] == header["kid"])
    key = ECKey.import_key(method["publicKeyJwk"])
    signed = jws.deserialize_compact(token, key, algorithms=["ES256"])
    assert header["typ"] == "vc+jwt", header
    return json.loads(signed.payload)


credential_file, did_file, list_file = sys.argv[1:]
with open(did_file, encoding="utf-8") as opened:
    document = json.load(opened)
with open(credential_file, encoding="utf-8") as opened:
    credential = verified(opened.read().strip(), document)
with open(list_file, encoding="utf-8") as opened:
    status = verified(opened.read().strip(), document)
assert credential["issuer"]["id"] == document["id"]
assert credential["credentialStatus"][0]["statusListCredential"] == status["id"]
print("joserfc", joserfc.__version__)
