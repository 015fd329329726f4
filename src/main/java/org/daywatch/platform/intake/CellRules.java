package org.daywatch.platform.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell of a foreign table may be. A cell that a spreadsheet would run as a formula is never stored. */
final class CellRules {
    /** The way spreadsheets keep leading zeros on export: ="00123". */
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern NUMBER_OR_PHONE =
            Pattern.compile("[+-][\\d\\s().-]*\\d(\\s*(x|ext[.]?)\\s*\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF&&[^\\s]]");

    /** They show the letters after them backwards: one name looks like another. */
    private static final Pattern OVERRIDES = Pattern.compile("[\\u202D\\u202E]");

    private CellRules() {}

    static @Nullable String whyUnsafe(String raw) {
        String text = unwrapped(raw.strip());
        if (text.isEmpty() || text.equals("-")) return null;
        char first = text.charAt(0);
        boolean sign = first == '+' || first == '-';
        if (first == '=' || first == '@' || first == '\uFF1D' || sign && !NUMBER_OR_PHONE.matcher(text).matches()) {
            return "starts with " + first + " like a spreadsheet formula; remove the sign or export values instead of formulas";
        }
        var turned = OVERRIDES.matcher(raw);
        if (turned.find()) {
            return "has a character that turns the direction of writing, after " + turned.start() + " others (U+" + Integer.toHexString(raw.charAt(turned.start())).toUpperCase(java.util.Locale.ROOT)
                    + "); it can make one name look like another. Remove it";
        }
        if (text.indexOf('\uFFFD') >= 0) return "has characters lost in an earlier conversion (\uFFFD); export it again as UTF-8";
        return null;
    }

    /** One line, single spaces, nothing invisible. */
    static String plain(String raw) {
        if (isPlain(raw)) return raw;
        String text = INVISIBLE.matcher(unwrapped(raw.strip())).replaceAll("");
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** Nearly every cell: nothing below needs to look at it. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' && i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
            if (!space && (c <= ' ' || c == '=' && i == 0 || c == '\u007F' || c >= '\u0080' && !Character.isLetter(c))) return false;
        }
        return true;
    }

    private static String unwrapped(String text) {
        if (!text.startsWith("=")) return text;
        var matcher = TEXT_FORMULA.matcher(text);
        return matcher.matches() ? matcher.group(1).strip() : text;
    }
}
