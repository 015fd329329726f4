package org.daywatch.transparency.activitylog.weeks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.Kept;

/**
 * What somebody signs.
 *
 * @param minutes on campus
 * @param goesOn the officer has not checked out yet
 * @param digest SHA-256 over the standing lines, so that a later reader can tell that they are the same
 */
public record WeekContent(int lines, int minutes, boolean goesOn, String digest) {

    public static WeekContent of(Collection<Kept> lines) {
        var standing = lines.stream().filter(Kept::stands).toList();
        int minutes = standing.stream().map(Kept::what).filter(a -> a.kind() == ActivityKind.ON_POST)
                .mapToInt(Activity::minutes).sum();
        return new WeekContent(standing.size(), minutes, standing.stream().anyMatch(k -> k.what().goesOn()),
                digest(standing));
    }

    private static String digest(List<Kept> standing) {
        var text = new StringBuilder();
        standing.stream().map(k -> k.id() + " " + k.what()).sorted().forEach(line -> text.append(line).append('\n'));
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
