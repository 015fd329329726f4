package org.daywatch.platform.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers under the name that was stated for this installation, under further names that are listed, and under the
 * address at which a connection arrives, by which balancers and this machine itself ask. Any other name was written by
 * somebody who wants it in a link, or leads a browser here from a name of their own.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class KnownHosts extends OncePerRequestFilter {

    private static final String HERE = "localhost";

    private final PublicAddress site;
    private final Set<String> further = new HashSet<>();
    private final Texts texts;

    KnownHosts(PublicAddress site, @Value("${daywatch.hosts:}") List<String> further,
            @Value("${server.address:127.0.0.1}") String address, Texts texts) {
        this.site = site;
        this.texts = texts;
        this.further.add(plain(address));
        further.forEach(host -> this.further.add(plain(host)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (known(plain(request.getServerName()), request.getLocalAddr())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write(texts.of("en", "host.unknown", site.get()) + " / "
                + texts.of("es", "host.unknown", site.get()));
    }

    private boolean known(String name, String arrivedAt) {
        return name.equals(plain(site.host())) || further.contains(name) || name.equals(plain(arrivedAt))
                || name.equals(HERE) && loopback(arrivedAt);
    }

    /** @param arrivedAt a number, so that nothing is looked up */
    private static boolean loopback(String arrivedAt) {
        try {
            return InetAddress.getByName(arrivedAt).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Without the brackets of a long address, the dot at a name's end and the zone. */
    private static String plain(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]|%.*|\\.$", "");
        return name.equals("::1") ? "0:0:0:0:0:0:0:1" : name;
    }
}
