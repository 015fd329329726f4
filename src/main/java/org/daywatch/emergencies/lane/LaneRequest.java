package org.daywatch.emergencies.lane;

import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, for a {@link LaneDoor} that checks a signature over it.
 *
 * @param headers names in lower case
 * @param body the very bytes
 */
public record LaneRequest(String method, String path, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }
}
