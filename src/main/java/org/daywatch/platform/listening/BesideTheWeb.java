package org.daywatch.platform.listening;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Where a port beside the web server's listens: at its address, some ports above it, over the very same certificate.
 */
@Component
@ConditionalOnWebApplication
public class BesideTheWeb {

    private final ServerProperties web;
    private final ResourceLoader files;

    public BesideTheWeb(ServerProperties web, ResourceLoader files) {
        this.web = web;
        this.files = files;
    }

    /**
     * @param wanted below zero: so many above the web server's port; zero: any free one, as where that one has any
     */
    public InetSocketAddress address(int wanted, int above) {
        int own = web.getPort() == null ? 8080 : web.getPort();
        int port = wanted >= 0 ? wanted : own <= 0 ? 0 : own + above;
        return new InetSocketAddress(
                web.getAddress() == null ? new InetSocketAddress(0).getAddress() : web.getAddress(), port);
    }

    /**
     * @param who "The tip door", as whoever starts it reads
     * @return nothing where the web server speaks plain http
     */
    public @Nullable SslContext tls(String who) {
        var ssl = web.getSsl();
        if (ssl == null || !ssl.isEnabled() || ssl.getCertificate() == null || ssl.getCertificatePrivateKey() == null)
            return null;
        try (InputStream chain = files.getResource(ssl.getCertificate()).getInputStream();
                InputStream key = files.getResource(ssl.getCertificatePrivateKey()).getInputStream()) {
            return SslContextBuilder.forServer(chain, key).build();
        } catch (IOException e) {
            throw new IllegalStateException(
                    who + " cannot read the certificate " + ssl.getCertificate() + ": " + e.getMessage(), e);
        }
    }
}
