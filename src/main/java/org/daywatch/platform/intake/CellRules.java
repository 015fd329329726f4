package org.daywatch.platform.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell of a foreign table may be. A cell that a spreadsheet would run as a formula is never stored. */
final class CellRules {
    /** The way spreadsheets keep leading zeros on export: ="00123". */
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern NUMBER_OR_PHONE = Pattern.compile("[+-][\\d\\s().-]*\\d(\\s*(x|ext[.]?)\\s*\\d+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern INVISIBLE = Pattern
            .compile("[\\p{Cc}\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF&&[^\\s]]");

    /** They show the letters after them backwards: one name looks like another. */
    private static final Pattern OVERRIDES = Pattern.compile("[\\u202D\\u202E]");

    private CellRules() {}

    static @Nullable Said whyUnsafe(String raw) {
        String text = unwrapped(raw.strip());
        if (text.isEmpty() || text.equals("-")) return null;
        char first = text.charAt(0);
        boolean sign = first == '+' || first == '-';
        if (first == '=' || first == '@' || first == '\uFF1D' || sign && !NUMBER_OR_PHONE.matcher(text).matches()) {
            return Said.of("intake.cell.formula", first);
        }
        var turned = OVERRIDES.matcher(raw);
        if (turned.find()) {
            return Said.of("intake.cell.turned", turned.start(),
                    "U+" + Integer.toHexString(raw.charAt(turned.start())).toUpperCase(java.util.Locale.ROOT));
        }
        if (text.indexOf('\uFFFD') >= 0) return Said.of("intake.cell.lost");
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
            if (!space && (c <= ' ' || c == '=' && i == 0 || c == '\u007F' || c >= '\u0080' && !Character.isLetter(c)))
                return false;
        }
        return true;
    }

    private static String unwrapped(String text) {
        if (!text.startsWith("=")) return text;
        var matcher = TEXT_FORMULA.matcher(text);
        return matcher.matches() ? matcher.group(1).strip() : text;
    }
}
