package org.daywatch.emergencies.networks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** A range of addresses, as "10.0.0.0/8"; and which ranges are not the public internet. */
public record Network(byte[] first, int bits) {

    /**
     * Private, local, shared, for documentation or benchmarks, or carrying another address inside (RFC 6890 and its
     * successors).
     */
    private static final List<Network> INSIDE = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").map(range -> of("", range)).toList();
    private static final Network PUBLIC_V6 = of("", "2000::/3");

    /** @param setting in which it stands, for whoever mistyped it */
    public static Network of(String setting, String text) {
        String[] part = text.strip().split("/");
        try {
            if (part.length != 2 || !part[0].matches("[0-9a-fA-F.:]+") || !part[0].matches(".*[.:].*"))
                throw new UnknownHostException();
            byte[] first = InetAddress.getByName(part[0]).getAddress();
            int bits = Integer.parseInt(part[1]);
            if (bits < 0 || bits > first.length * 8) throw new UnknownHostException();
            return new Network(first, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(setting + ": \"" + text
                    + "\" is no range of addresses.\nMaybe write it like 10.20.0.0/16.");
        }
    }

    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != first.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((first[bit / 8] & mask) != (other[bit / 8] & mask)) return false;
        }
        return true;
    }

    /** Whether the whole world reaches it. An IPv4 address inside an IPv6 one has been taken out by the JDK already. */
    public static boolean isPublic(InetAddress address) {
        if (address instanceof Inet6Address && !PUBLIC_V6.contains(address)) return false;
        return INSIDE.stream().noneMatch(inside -> inside.contains(address));
    }
}
