package org.daywatch.platform.scanner;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import org.daywatch.platform.errors.InvalidInput;

/**
 * Where clamd listens: {@code unix:/run/clamav/clamd.ctl}, or {@code tcp://host:3310}.
 *
 * @param path empty where it is a host
 */
record ScannerAddress(String path, String host, int port) {

    private static final int PORT = 3310;

    /** @throws InvalidInput where it is no such address */
    static ScannerAddress of(String typed) {
        String said = typed.strip();
        if (said.matches("unix:(//)?/[^\\p{Cntrl}]+"))
            return new ScannerAddress(said.replaceFirst("unix:(//)?", ""), "", 0);
        try {
            var uri = URI.create(said);
            if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null || !uri.getRawPath().isEmpty()
                    || uri.getUserInfo() != null)
                throw new IllegalArgumentException(said);
            return new ScannerAddress("", uri.getHost().replaceAll("[\\[\\]]", ""),
                    uri.getPort() < 0 ? PORT : uri.getPort());
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("DAYWATCH_CLAMAV", typed,
                    "Write where clamd listens, such as unix:/run/clamav/clamd.ctl or tcp://127.0.0.1:3310.");
        }
    }

    /** Looked up anew at each call. */
    SocketAddress socket() {
        return path.isEmpty() ? new InetSocketAddress(host, port) : UnixDomainSocketAddress.of(path);
    }

    @Override
    public String toString() {
        return path.isEmpty() ? "tcp://" + host + ":" + port : "unix:" + path;
    }
}
