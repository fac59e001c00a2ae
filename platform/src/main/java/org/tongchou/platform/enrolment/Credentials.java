package org.tongchou.platform.enrolment;

import java.util.Optional;

/** Electronic credentials (医保电子凭证): who somebody is, by a short-lived token. */
public interface Credentials {
    /** The person of a token; empty when it is not ours, has run out, or the credential was revoked. */
    Optional<Person> find(String token);
}
