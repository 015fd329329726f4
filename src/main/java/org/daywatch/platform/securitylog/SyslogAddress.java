package org.daywatch.platform.securitylog;

import java.net.URI;
import org.daywatch.platform.errors.InvalidInput;

/**
 * Where events are forwarded to: {@code udp://host:514}, {@code tcp://host:601} or {@code tls://host:6514}, the ports
 * of RFC 5426, 3195 and 5425 where none is said.
 */
public record SyslogAddress(Way way, String host, int port) {

    public enum Way {
        UDP(514), TCP(601), TLS(6514);

        private final int port;

        Way(int port) {
            this.port = port;
        }
    }

    /** @param typed as the command line or a setting has it @throws InvalidInput where it is no such address */
    public static SyslogAddress of(String typed) {
        try {
            var said = URI.create(typed.strip());
            var way = Way.valueOf(String.valueOf(said.getScheme()).toUpperCase(java.util.Locale.ROOT));
            if (said.getHost() == null || !said.getRawPath().isEmpty() || said.getUserInfo() != null)
                throw new IllegalArgumentException(typed);
            return new SyslogAddress(way, said.getHost().replaceAll("[\\[\\]]", ""),
                    said.getPort() < 0 ? way.port : said.getPort());
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("--syslog", typed,
                    "Write the way, the host and the port, such as tls://logs.example.org:6514; udp:// and tcp:// are for a network nobody else is in.");
        }
    }

    @Override
    public String toString() {
        return way.name().toLowerCase(java.util.Locale.ROOT) + "://" + host + ":" + port;
    }
}
