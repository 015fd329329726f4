package org.daywatch.planning.standards;

/**
 * One thing a state demands of an operations plan.
 *
 * @param state two letters
 * @param toConfirm written down from a second hand: check before relying on it
 * @param own from a list the agency loaded
 */
public record Standard(String state, String code, Part part, String words, String source, boolean toConfirm,
        boolean own) {

    public enum Part { NIMS, PLAN, DEVELOPMENT, MAINTENANCE }
}
