package org.daywatch.directory.canaries;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.cipher.Sealed;

/**
 * An invented student as a file carries them. Who it is follows from the file and the district's key: without the key
 * nobody tells them from the others, and two files have two.
 */
public record CanaryStudent(String number, String givenName, String familyName) {

    private static final String HEX = "0123456789abcdef";

    /**
     * @param like the number of a real student: the invented one has the same letters, digits and dashes at the same
     * places, of other values. @param turn counts up where the number belongs to somebody
     */
    static CanaryStudent of(byte[] key, UUID export, int turn, String like) {
        byte[] first = Sealed.derived(key, "canary " + export + " " + turn);
        byte[] second = Sealed.derived(key, "canary number " + export + " " + turn);
        var draws = ByteBuffer.wrap(first);
        return new CanaryStudent(number(like, second), pick(CanaryNames.GIVEN, draws.getInt()),
                pick(CanaryNames.FAMILY, draws.getInt()));
    }

    /** As a roster writes it that knows capitals only. */
    public CanaryStudent inCapitals() {
        return new CanaryStudent(number, givenName.toUpperCase(Locale.ROOT), familyName.toUpperCase(Locale.ROOT));
    }

    private static String pick(List<String> names, int drawn) {
        return names.get(Math.floorMod(drawn, names.size()));
    }

    private static String number(String like, byte[] drawn) {
        boolean guid = like.matches("(?i)\\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}}?");
        boolean capitals = !like.equals(like.toLowerCase(Locale.ROOT));
        var made = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            int draw = (drawn[i % drawn.length] & 0xff) ^ (i / drawn.length * 37 & 0xff);
            if (guid && Character.digit(c, 16) >= 0) {
                char hex = HEX.charAt(draw % 16);
                made.append(capitals ? Character.toUpperCase(hex) : hex);
            } else
                if (c >= '0' && c <= '9') made.append(c != '0' && i == 0 ? 1 + draw % 9 : draw % 10);
                else
                    made.append(c);
        }
        return made.toString();
    }
}
