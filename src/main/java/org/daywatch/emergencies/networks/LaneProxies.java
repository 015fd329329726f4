package org.daywatch.emergencies.networks;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose word counts for where a request comes from: that of the proxies that are named. Each adds whom it heard at the
 * end of X-Forwarded-For, so it is read from there, up to the first that is no proxy; what stands before was written by
 * whoever asks.
 */
@Component
public final class LaneProxies {

    public static final LaneProxies NONE = new LaneProxies(List.of());

    public static final String FORWARDED = "X-Forwarded-For";
    /** Where a proxy of ours may stand if none is named: this machine and private networks, as for the pages. */
    private static final List<String> PRIVATE = List.of("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
            "169.254.0.0/16", "100.64.0.0/10", "::1/128", "fe80::/10", "fc00::/7");

    private final List<Network> networks;

    /** @param forwarded how the pages take a proxy's word; "none" is not at all */
    @Autowired
    public LaneProxies(@Value("${daywatch.lane.proxies:}") List<String> named,
            @Value("${server.forward-headers-strategy:none}") String forwarded) {
        this(!named.isEmpty() ? named : forwarded.equalsIgnoreCase("none") ? List.of() : PRIVATE);
    }

    /** @throws IllegalArgumentException for what is no range of addresses */
    public LaneProxies(List<String> ranges) {
        networks = ranges.stream().map(range -> Network.of("daywatch.lane.proxies", range)).toList();
    }

    /**
     * Where a request comes from, as far as those say whose word counts.
     *
     * @param sender who sent it here
     * @param forwarded the lines of {@link #FORWARDED}
     */
    public String from(SocketAddress sender, List<String> forwarded) {
        if (!(sender instanceof InetSocketAddress peer)) return "";
        var from = peer.getAddress();
        var said = String.join(",", forwarded).split(",");
        for (int last = said.length - 1; last >= 0 && trusts(from); last--) {
            var before = address(said[last].strip());
            if (before == null) break; // a name, a port or nothing: then it was the one who says so
            from = before;
        }
        return from.getHostAddress();
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Nothing is looked up: only figures are an address. */
    private static @Nullable InetAddress address(String written) {
        try {
            return InetAddress.ofLiteral(written);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
