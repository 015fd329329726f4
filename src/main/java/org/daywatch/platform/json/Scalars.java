package org.daywatch.platform.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Single values as these files write them. What cannot be read is noted, and a harmless value comes back. */
public final class Scalars {

    private static final Pattern DAY = Pattern.compile("(19|20|21)\\d\\d-\\d\\d-\\d\\d");
    private static final Pattern MOMENT = Pattern
            .compile("(19|20|21)\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,5}):([0-5]\\d)");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private Scalars() {}

    public static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** One line of 1 to {@code longest} characters. */
    public static String text(JsonValue value, Flaws flaws, int longest) {
        String text = value.text();
        if (value.kind() != JsonValue.Kind.TEXT) return bad(value, flaws, "must be text in quotes.", "");
        if (text.isEmpty()) return bad(value, flaws, "is empty; give it 1 to " + longest + " characters.", "");
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest)
            return bad(value, flaws, "is longer than " + longest + " characters; shorten it.", "");
        if (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)))
            return bad(value, flaws, "begins or ends with a blank; take it out.", "");
        return printable(text) ? text : bad(value, flaws, "holds a character that cannot be printed; take it out.", "");
    }

    private static boolean printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) return false;
            if (!Character.isSurrogate(c)) continue;
            if (!Character.isHighSurrogate(c) || ++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))
                return false;
        }
        return true;
    }

    public static String choice(JsonValue value, Flaws flaws, Collection<String> choices) {
        if (value.kind() == JsonValue.Kind.TEXT && choices.contains(value.text())) return value.text();
        return bad(value, flaws, "must be one of " + String.join(", ", choices) + ".", choices.iterator().next());
    }

    public static long whole(JsonValue value, Flaws flaws, long least, long most) {
        String range = "must be a whole number from " + least + " to " + most + ".";
        if (value.kind() != JsonValue.Kind.WHOLE || value.text().length() > 18) return bad(value, flaws, range, least);
        long number = Long.parseLong(value.text());
        return number < least || number > most ? bad(value, flaws, range, least) : number;
    }

    public static double number(JsonValue value, Flaws flaws, double least, double most) {
        boolean isNumber = value.kind() == JsonValue.Kind.WHOLE || value.kind() == JsonValue.Kind.FRACTION;
        double number = isNumber ? Double.parseDouble(value.text()) : Double.NaN;
        return number >= least && number <= most
                ? number
                : bad(value, flaws, "must be a number from " + least + " to " + most + ".", least);
    }

    public static LocalDate day(JsonValue value, Flaws flaws) {
        String advice = "must be a day such as \"2026-11-16\".";
        if (value.kind() != JsonValue.Kind.TEXT || !DAY.matcher(value.text()).matches())
            return bad(value, flaws, advice, LocalDate.EPOCH);
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeException e) {
            return bad(value, flaws, "is no day of the calendar; " + advice, LocalDate.EPOCH);
        }
    }

    /** {@code Instant.MIN} where it could not be read. */
    public static Instant moment(JsonValue value, Flaws flaws) {
        String advice = "must be a moment with its offset such as \"2026-11-16T07:25:00-07:00\".";
        if (value.kind() != JsonValue.Kind.TEXT || !MOMENT.matcher(value.text()).matches())
            return bad(value, flaws, advice, Instant.MIN);
        try {
            var moment = OffsetDateTime.parse(value.text()).toInstant();
            return moment.getEpochSecond() % 60 == 0 && moment.getNano() == 0
                    ? moment
                    : bad(value, flaws, "has seconds; moments fall on whole minutes, so round it.", Instant.MIN);
        } catch (DateTimeException e) {
            return bad(value, flaws, "is no time of the clock; " + advice, Instant.MIN);
        }
    }

    public static Duration length(JsonValue value, Flaws flaws) {
        var parts = LENGTH.matcher(value.text());
        if (value.kind() != JsonValue.Kind.TEXT || !parts.matches())
            return bad(value, flaws, "must be a length of time as HH:MM, such as \"24:00\".", Duration.ZERO);
        return Duration.ofHours(Long.parseLong(parts.group(1))).plusMinutes(Long.parseLong(parts.group(2)));
    }

    public static LocalTime time(JsonValue value, Flaws flaws) {
        if (value.kind() == JsonValue.Kind.TEXT && TIME.matcher(value.text()).matches())
            return LocalTime.parse(value.text());
        return bad(value, flaws, "must be a time of day as HH:MM, such as \"06:00\".", LocalTime.MIDNIGHT);
    }

    public static ZoneId zone(JsonValue value, Flaws flaws) {
        boolean known = value.kind() == JsonValue.Kind.TEXT && ZONES.contains(value.text());
        return known
                ? ZoneId.of(value.text())
                : bad(value, flaws, "is no time zone; write its IANA name, such as \"America/Phoenix\".",
                        ZoneOffset.UTC);
    }

    private static <T> T bad(JsonValue value, Flaws flaws, String advice, T instead) {
        flaws.add(value, advice);
        return instead;
    }
}
