package org.daywatch.platform.audit;

/**
 * The line could not be written, and so what it describes does not happen: whoever asked for it may ask again later.
 */
public final class AuditNotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditNotWritten(String what, Throwable cause) {
        super("\"" + what + "\" could not be written into the audit, and was not done", cause);
    }
}
