package org.daywatch.platform.database;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An address that names a primary and its standbys leads to whichever takes writes, past one that is off or hangs,
 * while a page still waits for its connection.
 */
public final class SeveralServers {

    private static final Pattern SEVERAL = Pattern.compile("(jdbc:postgresql://)([^/?]*,[^/?]*)(.*)");

    /**
     * Of pgjdbc: which server it must be, how long it may take to be reached (seconds), and to say whether it encrypts
     * (milliseconds), which is the first that one that hangs does not say.
     */
    private static final Map<String, String> UNLESS_SAID = new TreeMap<>(
            Map.of("targetServerType", "primary", "connectTimeout", "1", "sslResponseTimeout", "1500"));

    private SeveralServers() {}

    /** The same address once for each server; of one server the address itself. */
    static List<String> each(String url) {
        var named = SEVERAL.matcher(url);
        return named.matches()
                ? Arrays.stream(named.group(2).split(",")).map(server -> named.group(1) + server + named.group(3))
                        .toList()
                : List.of(url);
    }

    /**
     * @param url blank, or a JDBC address @return of one server unchanged; of several with what its writer left unsaid
     */
    public static String complete(String url) {
        if (!SEVERAL.matcher(url).matches()) return url;
        var complete = new StringBuilder(url);
        UNLESS_SAID.forEach((name, value) -> {
            if (!url.matches(".*[?&]" + name + "=.*"))
                complete.append(complete.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(value);
        });
        return complete.toString();
    }
}
