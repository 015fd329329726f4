package org.daywatch.platform.cipher;

/**
 * Rows of one kind whose content is encrypted. A room contributes one bean per kind; the tenant is bound, in a
 * transaction.
 */
public interface EncryptedRecords {

    /** Encrypts with the newest key whatever is not. @return how many */
    int renew();
}
