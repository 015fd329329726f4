package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/** Where a request comes from: browsers say it, and no page can make them say otherwise. */
public final class FromHere {

    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

    private FromHere() {}

    /** A page of this site sent it, or led to it. */
    public static boolean is(HttpServletRequest request) {
        String site = request.getHeader(SITE);
        if (site != null) return site.equals("same-origin");
        String origin = request.getHeader("Origin");
        return same(request, origin == null ? request.getHeader("Referer") : origin);
    }

    /** A page of another site led to it; what somebody typed, kept or follows without a browser's word is not that. */
    static boolean isNot(HttpServletRequest request) {
        String site = request.getHeader(SITE);
        return site != null && ELSEWHERE.contains(site);
    }

    private static boolean same(HttpServletRequest request, String address) {
        if (address == null) return false;
        try {
            var from = URI.create(address);
            int port = from.getPort() >= 0 ? from.getPort() : "https".equals(from.getScheme()) ? 443 : 80;
            return request.getServerName().equalsIgnoreCase(from.getHost()) && request.getServerPort() == port;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
