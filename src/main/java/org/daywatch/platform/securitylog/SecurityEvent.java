package org.daywatch.platform.securitylog;

import java.util.Locale;

/**
 * What happened, in the words of the OWASP Logging Vocabulary
 * (cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet), each with its category of the Elastic Common
 * Schema. {@link #AUTHN_LOGOUT} and {@link #AUDIT_FAULT} stand in neither list of words.
 */
public enum SecurityEvent {
    AUTHN_LOGIN_SUCCESS("authentication"),
    AUTHN_LOGIN_FAIL("authentication"),
    /** No more guesses are taken for a while. */
    AUTHN_LOGIN_FAIL_MAX("authentication"),
    AUTHN_LOGOUT("authentication"),
    AUTHN_PASSWORD_CHANGE("iam"),
    /** A way in or a link that opens a door was made. */
    AUTHN_TOKEN_CREATED("iam"),
    AUTHN_TOKEN_REVOKED("iam"),
    AUTHZ_FAIL("iam"),
    /** A setting of the installation changed, by somebody who may. */
    AUTHZ_ADMIN("configuration"),
    PRIVILEGE_PERMISSIONS_CHANGED("iam"),
    USER_CREATED("iam"),
    USER_UPDATED("iam"),
    USER_ARCHIVED("iam"),
    /** Proven anew under a new number. */
    SESSION_RENEWED("session"),
    SESSION_EXPIRED("session"),
    EXCESS_RATE_LIMIT_EXCEEDED("network"),
    /** Sent what no page of ours would send. */
    INPUT_VALIDATION_FAIL("network"),
    /** Taken along as a file. */
    SENSITIVE_READ("file"),
    SENSITIVE_DELETE("database"),
    /** A file in which the scanner found something. */
    UPLOAD_VALIDATION("malware"),
    AUDIT_FAULT("intrusion_detection"),
    SYS_STARTUP("process"),
    SYS_SHUTDOWN("process");

    private final String category;

    SecurityEvent(String category) {
        this.category = category;
    }

    /** As the vocabulary writes it, such as {@code authn_login_fail}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String category() {
        return category;
    }
}
