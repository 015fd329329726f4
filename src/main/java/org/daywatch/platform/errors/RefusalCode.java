package org.daywatch.platform.errors;

/**
 * Why a command was refused: one enum per room implements it, never renamed once published. The sentence for people
 * stands in the message files under {@code refusal.CODE}, the details fill its placeholders.
 */
public interface RefusalCode {

    String name();
}
