package org.daywatch.platform.casekeys;

/**
 * The key from outside that wraps keys which lie here. By default a file ({@link WrappingKeyFile}); a service that
 * keeps keys is another bean of this type, marked primary.
 */
public interface WrappingKey {

    /** @param place whose key it is; it unwraps nowhere else */
    byte[] wrap(byte[] key, String place);

    /** @throws IllegalStateException where it was wrapped by another key, or changed */
    byte[] unwrap(byte[] wrapped, String place);
}
