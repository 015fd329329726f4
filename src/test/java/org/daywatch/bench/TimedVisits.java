package org.daywatch.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.context.ApplicationContext;

/** Opens pages as somebody signed in, again and again, and says how long the server took. */
final class TimedVisits {

    private static final int WARM_UP = 30;
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String cookie;

    /** As a coordinator of the agency. */
    TimedVisits(ApplicationContext app, UUID agency) {
        this(app, agency, agency, Role.COORDINATOR);
    }

    TimedVisits(ApplicationContext app, UUID agency, UUID organization, Role role) {
        address = "http://127.0.0.1:" + app.getEnvironment().getProperty("local.server.port");
        UUID person = Tenancy.as(Scope.system(agency), () -> app.getBean(Organizations.class)
                .join(organization, role.name().toLowerCase(java.util.Locale.ROOT) + "@bench.example", "Robin Alder",
                        role, null));
        var sessions = app.getBean(Sessions.class);
        cookie = sessions.open(person, "PASSKEY", "bench");
        sessions.actFor(cookie, organization, role);
    }

    /** @return in how many milliseconds 95 of 100 visits had the last byte */
    double open(String what, String path, int times) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", "daywatch_session=" + cookie)
                .build();
        long[] nanos = new long[times];
        long processor = 0;
        HttpResponse<String> answer = null;
        for (int i = -WARM_UP; i < times; i++) {
            if (i == 0) processor = PROCESS.getProcessCpuTime();
            long began = System.nanoTime();
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (i >= 0) nanos[i] = System.nanoTime() - began;
            if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        processor = (PROCESS.getProcessCpuTime() - processor) / times;
        Arrays.sort(nanos);
        System.out.printf("%-34s %d times after %d to warm up: median %.0f ms, p95 %.0f ms, slowest %.0f ms, "
                + "processor %.0f ms each, load %.1f, %,d KB of page%n", what, times, WARM_UP, nanos[times / 2] / 1e6,
                nanos[(int) (times * 0.95)] / 1e6, nanos[times - 1] / 1e6, processor / 1e6,
                PROCESS.getSystemLoadAverage(),
                answer.body().length() / 1024);
        return nanos[(int) (times * 0.95)] / 1e6;
    }
}
