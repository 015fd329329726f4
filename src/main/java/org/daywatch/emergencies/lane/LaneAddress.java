package org.daywatch.emergencies.lane;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.daywatch.platform.web.PageConnections;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where browsers reach the lane, and from which pages they may. */
@Component
public class LaneAddress implements PageConnections {

    private final LaneSettings settings;
    private final PublicAddress site;
    private final String streams;
    private volatile int port;

    LaneAddress(LaneSettings settings, PublicAddress site, @Value("${daywatch.lane.streams-url:}") String streams) {
        this.settings = settings;
        this.site = site;
        this.streams = streams.strip().replaceAll("/+$", "");
    }

    /** Where browsers open their streams: at nodes that only show, if there are any. */
    public String streams() {
        String lane = get();
        return lane.isEmpty() || streams.isEmpty() ? lane : streams;
    }

    /** Told once the lane listens. */
    public void listensAt(int port) {
        this.port = port;
    }

    /**
     * Scheme, host, port, and the path a proxy may have given it, without a slash at the end; empty while there is no
     * lane.
     */
    public String get() {
        if (!settings.publicUrl().isBlank()) return settings.publicUrl().strip().replaceAll("/+$", "");
        if (port == 0) return "";
        var web = URI.create(site.get());
        return web.getScheme() + "://" + web.getHost() + ":" + port;
    }

    @Override
    public Set<String> origins() {
        String lane = get();
        if (lane.isEmpty()) return Set.of();
        var origins = new TreeSet<>(alsoByNumber(origin(lane)));
        origins.addAll(alsoByNumber(origin(streams())));
        return origins;
    }

    /** A content security policy names origins: a path in it would shut everything below that path out. */
    static String origin(String url) {
        var address = URI.create(url);
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** Whether pages from there may ask the lane: the site's own. */
    public boolean serves(String origin) {
        return alsoByNumber(site.get()).contains(origin);
    }

    /** On the machine itself people write localhost or 127.0.0.1, and mean the same. */
    private static Set<String> alsoByNumber(String origin) {
        var both = new TreeSet<>(Set.of(origin));
        if (URI.create(origin).getHost().equals("localhost")) both.add(origin.replace("//localhost", "//127.0.0.1"));
        return both;
    }
}
