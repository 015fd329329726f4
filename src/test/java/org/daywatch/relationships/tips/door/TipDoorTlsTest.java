package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import org.daywatch._story.SelfSigned;
import org.daywatch.platform.listening.BesideTheWeb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.io.DefaultResourceLoader;

/** The door's socket over the very certificate the web server was given, and never in clear beside it. */
class TipDoorTlsTest {

    @TempDir Path folder;

    @Test
    void overTlsOnlyWhoeverTrustsTheCertificateIsAnsweredAndNobodyInClear() throws Exception {
        var certificate = SelfSigned.in(folder);
        var beside = new BesideTheWeb(web(certificate.chain()), new DefaultResourceLoader());
        try (var server = new TipDoorServer(beside.address(0, 2), beside.tls("The tip door"), Greeter::new);
                var client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
                var plain = HttpClient.newHttpClient()) {
            var door = "localhost:" + server.port() + "/en";
            var answer = client.send(asking("https://" + door), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("/en");
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            assertThatThrownBy(() -> plain.send(asking("https://" + door), HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThatThrownBy(() -> plain.send(asking("http://" + door), HttpResponse.BodyHandlers.ofString()))
                    .as("nothing in clear").isInstanceOf(IOException.class);
        }
    }

    @Test
    void aCertificateThatCannotBeReadIsNamedAndNoDoorOpensWithoutIt() throws Exception {
        SelfSigned.in(folder);
        var missing = folder.resolve("no-such.pem");
        assertThatThrownBy(() -> new BesideTheWeb(web(missing), new DefaultResourceLoader()).tls("The tip door"))
                .hasMessageContaining("The tip door cannot read the certificate").hasMessageContaining("no-such.pem");
    }

    @Test
    void itListensTwoAboveTheWebServerOrWhereItIsTold() throws Exception {
        SelfSigned.in(folder);
        var web = web(folder.resolve("chain.pem"));
        var beside = new BesideTheWeb(web, new DefaultResourceLoader());
        assertThat(beside.address(-1, 2).getPort()).isEqualTo(8082);
        web.setPort(9443);
        web.setAddress(InetAddress.getByName("127.0.0.9"));
        assertThat(beside.address(-1, 2).getPort()).isEqualTo(9445);
        assertThat(beside.address(7001, 2)).satisfies(at -> {
            assertThat(at.getPort()).isEqualTo(7001);
            assertThat(at.getHostString()).isEqualTo("127.0.0.9");
        });
    }

    private ServerProperties web(Path chain) {
        var ssl = new Ssl();
        ssl.setCertificate(chain.toUri().toString());
        ssl.setCertificatePrivateKey(folder.resolve("key.pem").toUri().toString());
        var web = new ServerProperties();
        web.setSsl(ssl);
        return web;
    }

    private static HttpRequest asking(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(DoorVisitor.GUARD).build();
    }

    /** Says which path was asked for. */
    private static final class Greeter extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
            var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
                    io.netty.buffer.Unpooled.wrappedBuffer(request.uri().getBytes()));
            HttpUtil.setContentLength(response, response.content().readableBytes());
            ctx.writeAndFlush(response);
        }
    }
}
