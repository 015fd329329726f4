package org.daywatch.emergencies.lane.command;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLException;
import org.daywatch.emergencies.lane.bus.MessagesTable;
import org.daywatch.emergencies.lane.http.StreamNode;
import org.daywatch.emergencies.networks.LaneProxies;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.database.SeveralServers;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.time.ClockConfiguration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code daywatch streams}: many thousand screens in a small process beside the application. */
@Command(name = "streams", mixinStandardHelpOptions = true,
        description = "Keep alert screens open, and nothing else, until stopped. "
                + "Fed by NATS; while that is away by the database, where DAYWATCH_DATABASE_URL and DAYWATCH_DATABASE_APP_PASSWORD name one.")
public class StreamsCommand implements Callable<Integer> {

    private static final int HANDLES_FOR_OTHERS = 100;
    private static final int SCREENS_OF_ONE = 12;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    @Option(names = "--port", defaultValue = "8083", description = "Port (default: ${DEFAULT-VALUE}).") int port;

    @Option(names = "--address", defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).") String address;

    @Option(names = "--site", required = true,
            description = "Where people reach the pages, such as https://daywatch.example.org: only they may listen.") String site;

    @Option(names = "--nats", required = true, defaultValue = "${DAYWATCH_NATS_URL}",
            description = "The bus between the nodes, such as nats://10.0.0.5:4222 (or DAYWATCH_NATS_URL).") String nats;

    @Option(names = "--nats-prefix", defaultValue = "${DAYWATCH_NATS_PREFIX:-daywatch}",
            description = "With which the subjects on the bus begin (or DAYWATCH_NATS_PREFIX; default: daywatch).") String prefix;

    @Option(names = "--keys", required = true, defaultValue = "${DAYWATCH_LANE_KEY_FILE}",
            description = "The file lane/keys of the nodes that accept presses (or DAYWATCH_LANE_KEY_FILE).") Path keys;

    @Option(names = "--certificate",
            description = "PEM certificate chain; with --key this serves https.") @Nullable File certificate;

    @Option(names = "--key", description = "PEM private key of the certificate.") @Nullable File key;

    @Option(names = "--most", defaultValue = "0",
            description = "Screens at most (default: as many as file handles allow).") int most;

    @Option(names = "--proxy", split = ",",
            description = "Whose X-Forwarded-For counts, such as 10.0.0.7/32; may be given more than once.") List<String> proxies = List
                    .of();

    @Spec CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!site.matches("https?://[a-zA-Z0-9.-]+(:[0-9]+)?/?"))
            throw new InvalidInput("--site", site, "Write scheme and name, such as https://daywatch.example.org.");
        if (!Files.isReadable(keys))
            throw new InvalidInput("--keys", keys.toString(),
                    "This file cannot be read; name the file lane/keys that the other nodes use.");
        int room = most > 0 ? most : handles();
        var settings = new StreamNode.Settings(new InetSocketAddress(address, port), site.replaceAll("/+$", ""), nats,
                prefix, keys, room, SCREENS_OF_ONE, HEARTBEAT, trusted());
        var table = table();
        try (var node = new StreamNode(settings, tls(), table, table == null ? List::of : table::agencies,
                ClockConfiguration.system())) {
            spec.commandLine().getOut()
                    .println("Alert screens are kept open at " + (certificate == null ? "http" : "https") + "://"
                            + address + ":" + node.port() + ", at most " + room);
            spec.commandLine().getOut().flush();
            var closed = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(closed::countDown));
            closed.await();
        }
        return ExitCodes.DONE;
    }

    private LaneProxies trusted() {
        try {
            return new LaneProxies(proxies);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidInput("--proxy", String.join(",", proxies),
                    "Write ranges of addresses, such as 10.0.0.7/32.");
        }
    }

    private static int handles() {
        long all = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : 1024;
        return Math.clamp(all - HANDLES_FOR_OTHERS, 100, 1_000_000);
    }

    private static @Nullable MessagesTable table() {
        String url = System.getenv().getOrDefault("DAYWATCH_DATABASE_URL", "");
        return url.isBlank()
                ? null
                : new MessagesTable(SeveralServers.complete(url),
                        System.getenv().getOrDefault("DAYWATCH_DATABASE_APP_PASSWORD", ""));
    }

    private @Nullable SslContext tls() {
        if ((certificate == null) != (key == null))
            throw new ParameterException(spec.commandLine(),
                    "--certificate and --key belong together; name both files.");
        if (certificate == null) return null;
        try {
            return SslContextBuilder.forServer(certificate, key).build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new InvalidInput("--certificate", certificate.toString(), "Certificate or key cannot be used ("
                    + e.getMessage() + "); both are PEM files, the key without a password.");
        }
    }
}
