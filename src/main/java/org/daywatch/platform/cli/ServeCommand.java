package org.daywatch.platform.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.securitylog.SyslogAddress;
import org.springframework.boot.SpringApplication;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the pages until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serve Daywatch until stopped.")
public class ServeCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Port (default: ${DEFAULT-VALUE}).") int port;

    @Option(names = "--address", defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).") String address;

    @Option(names = "--data", defaultValue = "${DAYWATCH_DATA_DIRECTORY:-var/postgres}",
            description = "Folder of the embedded database (default: ${DEFAULT-VALUE}).") String data;

    @Option(names = "--archive", paramLabel = "DIR",
            description = "Folder, best on another disk, for the write-ahead log of the embedded database: a restore then loses a minute, not a day (off: no more).") String archive;

    @Option(names = "--demo",
            description = "An invented program and one-click personas; nothing is sent to anybody.") boolean demo;

    @Option(names = "--certificate",
            description = "PEM certificate chain; with --key this serves https.") String certificate;

    @Option(names = "--key", description = "PEM private key of the certificate.") String key;

    @Option(names = "--behind-proxy",
            description = "Trust X-Forwarded-* headers; only behind a proxy that sets them.") boolean behindProxy;

    @Option(names = "--in-clear",
            description = "Let other machines in without TLS: for trying it in a network nobody else is in.") boolean inClear;

    @Option(names = "--management-port", defaultValue = "0",
            description = "Loopback port for /actuator/health and /actuator/metrics (default: two above --port, three where the door for tips is on, if it is free; -1: none).") int managementPort;

    @Option(names = "--lane-port", defaultValue = "-1",
            description = "Port of the alert lane (default: one above --port).") int lanePort;

    @Option(names = "--tips-port", defaultValue = "-1",
            description = "Port of the door for tips without a name, where it is on (default: two above --port).") int tipsPort;

    @Option(names = "--lane-url",
            description = "Where browsers reach the alert lane behind a proxy, such as https://lane.daywatch.example.org.") String laneUrl;

    @Option(names = "--syslog", paramLabel = "ADDRESS",
            description = "Forward security events to a syslog collector, such as tls://logs.example.org:6514 (also tcp://, udp://).") String syslog;

    @Option(names = "--site",
            description = "Where people reach it, such as https://daywatch.example.org: links in mails and passkeys hang on it.") String site;

    @Option(names = "--host", paramLabel = "NAME",
            description = "A further name it answers to, beside that of --site; may be given several times.") List<String> hosts = List
                    .of();

    @Spec CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PlainFailure.refuseTooLittleMemory();
        var arguments = arguments();
        var application = new SpringApplication(Class.forName("org.daywatch.Daywatch"));
        var closed = new CountDownLatch(1);
        application.addListeners(event -> {
            if (event instanceof ContextClosedEvent) closed.countDown();
        });
        var serving = application.run(arguments.toArray(String[]::new));
        var last = new StringJoiner("\n")
                .add("Daywatch answers at " + (site == null ? own() : site) + (demo ? " (demonstration)" : ""));
        serving.getBeanProvider(LastLines.class).orderedStream().flatMap(room -> room.lines().stream())
                .forEach(last::add);
        System.out.println(last); // at once: whoever reads the first line finds the others
        closed.await();
        return ExitCodes.DONE;
    }

    /** Where it answers when no name was given for it. */
    private String own() {
        return (certificate == null ? "http" : "https") + "://" + (address.equals("127.0.0.1") ? "localhost" : address)
                + ":" + port;
    }

    private List<String> arguments() throws UnknownHostException {
        if (certificate == null && !behindProxy && !inClear && !InetAddress.getByName(address).isLoopbackAddress())
            throw new InvalidInput("--address", address,
                    "Other machines would reach this without TLS, and passwords would travel in clear. Use --certificate and --key, or --behind-proxy; --in-clear is for a network nobody else is in.");
        if ((certificate == null) != (key == null))
            throw new ParameterException(spec.commandLine(),
                    "--certificate and --key belong together; name both files.");
        if (site != null && !site.matches("https?://[a-zA-Z0-9.-]+(:[0-9]+)?/?")) {
            throw new InvalidInput("--site", site, "Write scheme and name, such as https://daywatch.example.org.");
        }
        for (var host : hosts)
            if (!host.matches("[a-zA-Z0-9.-]+|[0-9a-fA-F:]+"))
                throw new InvalidInput("--host", host,
                        "Write a name without scheme and port, such as safety.example.org.");
        if (laneUrl != null && !laneUrl.matches("https?://[a-zA-Z0-9.-]+(:[0-9]+)?(/[a-zA-Z0-9_-]+)*/?")) {
            throw new InvalidInput("--lane-url", laneUrl,
                    "Write scheme, name and, where the proxy has one for it, the path, such as https://daywatch.example.org/live.");
        }
        var arguments = new ArrayList<>(
                List.of("--server.port=" + port, "--server.address=" + address, "--daywatch.database.directory=" + data,
                        "--daywatch.demo=" + demo));
        // Why it does not start is said once, at the end, and not as a trace of beans.
        arguments.addAll(List.of("--logging.level.org.springframework.boot.SpringApplication=off",
                "--logging.level.org.springframework.boot.web.server.servlet.context=error",
                "--logging.level.org.springframework.boot.diagnostics=off"));
        // Health and metrics never stand on the port that people reach.
        int health = port + (isDoorForTips() ? 3 : 2);
        arguments.addAll(List.of(
                "--management.server.port=" + (managementPort != 0 ? managementPort : free(health) ? health : -1),
                "--management.server.address=127.0.0.1", "--management.server.ssl.enabled=false"));
        arguments.add("--daywatch.lane.port=" + (lanePort >= 0 ? lanePort : port + 1));
        if (tipsPort >= 0) arguments.add("--daywatch.tips.port=" + tipsPort);
        if (archive != null) arguments.add("--daywatch.database.archive=" + archive);
        if (laneUrl != null) arguments.add("--daywatch.lane.public-url=" + laneUrl);
        if (!hosts.isEmpty()) arguments.add("--daywatch.hosts=" + String.join(",", hosts));
        if (behindProxy) arguments.add("--server.forward-headers-strategy=native");
        if (syslog != null) arguments.add("--daywatch.security-log.syslog=" + SyslogAddress.of(syslog));
        if (site != null || certificate != null) arguments.add("--daywatch.site=" + (site == null ? own() : site));
        if (certificate != null)
            arguments.addAll(new ServerCertificate(Path.of(certificate), Path.of(key)).arguments());
        return arguments;
    }

    /** It is opened two above the port, after that of health and metrics. */
    private boolean isDoorForTips() {
        var said = System.getenv("DAYWATCH_TIPS_ENABLED");
        return tipsPort < 0 && (said == null ? demo : Boolean.parseBoolean(said));
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
