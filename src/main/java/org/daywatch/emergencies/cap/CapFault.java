package org.daywatch.emergencies.cap;

/**
 * Something in a CAP message that must not be.
 *
 * @param rule its name, stable: SEQUENCE, MISSING, TWICE, UNKNOWN_ELEMENT, VALUE … (docs/formats/cap.md lists all)
 * @param element where, as a path: alert/info[2]/area/polygon
 * @param value as it stands there, shortened; empty where nothing stands there
 * @param todo what to do
 */
public record CapFault(String rule, String element, String value, String todo) {

    private static final int LONGEST = 120;

    public CapFault {
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }

    @Override
    public String toString() {
        return element + (value.isEmpty() ? "" : ": \"" + value + "\"") + ": " + todo + " (" + rule + ")";
    }
}
