package org.daywatch._story;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A map service on this machine, so that no test asks one outside: plain tiles with their edges drawn, and a list of
 * who asked for what.
 */
public class OwnTiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** @param told what the asker's browser gave away: referrer and cookies */
    public record Asked(String path, List<String> told) {}

    public static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
    private static final byte[] TILE = tile();
    private static final HttpServer SERVER = serve();
    private static volatile boolean refusing;

    /** Scheme, host and port. */
    public static String origin() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    public static void refuse(boolean refuse) {
        refusing = refuse;
        ASKED.clear();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues
                .of("daywatch.map.tiles=" + origin() + "/tile/{z}/{y}/{x}", "daywatch.map.credit=Tiles of the <test>")
                .applyTo(context);
    }

    private static HttpServer serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var told = List.of("Referer", "Cookie").stream()
                        .flatMap(name -> exchange.getRequestHeaders().getOrDefault(name, List.of()).stream()).toList();
                ASKED.add(new Asked(exchange.getRequestURI().getPath(), told));
                exchange.getResponseHeaders().set("Content-Type", "image/png");
                exchange.sendResponseHeaders(refusing ? 403 : 200, refusing ? -1 : TILE.length);
                if (!refusing) exchange.getResponseBody().write(TILE);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] tile() {
        var picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0xE9, 0xEE, 0xE2));
        pen.fillRect(0, 0, 256, 256);
        pen.setColor(new Color(0xA5, 0xB0, 0x9C));
        pen.drawRect(0, 0, 255, 255);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
