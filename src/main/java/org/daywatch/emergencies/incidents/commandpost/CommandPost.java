package org.daywatch.emergencies.incidents.commandpost;

/**
 * @param office of the commander: principal, battalion chief. @param reach a phone number or a radio channel. @param
 * place where they stand. Empty: not said
 */
public record CommandPost(String office, String reach, String place) {

    public static final CommandPost NOT_SAID = new CommandPost("", "", "");

    /** What one can dial, of what was said; empty for a radio channel. */
    public String dial() {
        String digits = reach.replaceAll("[^0-9+]", "");
        return digits.length() >= 7 && reach.matches("[0-9+ ().-]+") ? digits : "";
    }
}
