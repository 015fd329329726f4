package org.daywatch.platform.web.patience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long a request may take until all of it has come.
 *
 * @param head from its first byte to the last of its headers
 * @param body from there to the end of what it sends, however little that is
 * @param slowest beyond that, what a second brings at least of a body: so a larger one has longer, and never longer
 * than its size allows
 * @param quiet a connection on which nothing was ever asked; also one in the middle of its TLS handshake
 * @param perAddress so many unfinished ones of one address, of one /64 for IPv6; behind a proxy all are the proxy's,
 * and this does not count
 * @param most in all; above it the oldest of whoever has most is ended
 */
@ConfigurationProperties("daywatch.requests")
record PatienceSettings(@DefaultValue("10s") Duration head, @DefaultValue("20s") Duration body,
        @DefaultValue("8KB") DataSize slowest, @DefaultValue("20s") Duration quiet,
        @DefaultValue("256") int perAddress, @DefaultValue("1000") int most) {

    /**
     * @param came bytes of the body so far @param size as its headers say; -1 where they do not
     * @return nanoseconds from the last of the headers on
     */
    long bodyNanos(long came, long size) {
        long counts = size < 0 ? came : Math.min(came, size);
        return body.toNanos() + counts * 1_000_000_000L / slowest.toBytes();
    }
}
