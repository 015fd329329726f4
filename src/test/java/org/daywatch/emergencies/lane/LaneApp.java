package org.daywatch.emergencies.lane;

import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.Daywatch;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.alerts.AlertText;
import org.daywatch.emergencies.alerts.SealedForTests;
import org.daywatch.emergencies.webhooks.ToldWhileKilled;
import org.daywatch.platform.outage.OutageLog;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole application, with schools of its own: for killing it and its database. */
public final class LaneApp {

    private static final int SCHOOLS = 300;

    private LaneApp() {}

    /**
     * Arguments: folder of the database, port of the lane, and what else is set. With {@code -Dtold} it tells that
     * address of an alert, with {@code -Dshowing} each press is an alert of its own on the screens, for measuring them.
     */
    public static void main(String[] arguments) {
        var app = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
                List.of(arguments).subList(2, arguments.length));
        String told = System.getProperty("told");
        if (told != null) ToldWhileKilled.begin(app, LaneProof.AGENCY, LaneProof.DISTRICT, LaneProof.SCHOOL, told);
    }

    public static ConfigurableApplicationContext start(Path data, int lanePort, List<String> more) {
        var all = new ArrayList<>(List.of("--server.port=0", "--daywatch.database.directory=" + data,
                "--daywatch.lane.port=" + lanePort));
        all.addAll(more);
        onlyItsOwnOutages();
        var sources = new ArrayList<Class<?>>(List.of(Daywatch.class, Story.class, Founding.class));
        if (Boolean.getBoolean("showing")) sources.add(Showing.class);
        return new SpringApplicationBuilder(sources.toArray(Class[]::new))
                .initializers(context -> ((GenericApplicationContext) context).registerBean("testClock",
                        TestClock.class, TestClock::new, definition -> definition.setPrimary(true)))
                .properties("daywatch.timers=false", "spring.main.allow-bean-definition-overriding=true")
                .run(all.toArray(String[]::new));
    }

    /**
     * The log is one for all applications of a process, and so are those who listen to it: one that an earlier test
     * left would say of this database that it is back, because its own is.
     */
    private static void onlyItsOwnOutages() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList()
                .removeIf(OutageLog.class::isInstance);
    }

    /** Founds the schools before the first press comes. */
    @TestComponent
    static class Founding implements LaneListener {

        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;

        Founding(JdbcClient jdbc, PlatformTransactionManager transactions) {
            this.jdbc = jdbc;
            this.transaction = new TransactionTemplate(transactions);
        }

        @Override
        public void begin() {
            Tenancy.run(Scope.system(LaneProof.AGENCY), () -> transaction.executeWithoutResult(t -> {
                jdbc.sql(
                        "insert into platform.organization (id, kind, name) values (?, 'AGENCY', 'Lane Agency') on conflict do nothing")
                        .params(LaneProof.AGENCY).update();
                jdbc.sql(
                        "insert into platform.organization (id, kind, name, parent_id) values (?, 'DISTRICT', 'Lane District', ?) on conflict do nothing")
                        .params(LaneProof.DISTRICT, LaneProof.AGENCY).update();
                for (int number = 0; number <= SCHOOLS; number++) {
                    jdbc.sql(
                            "insert into directory.school (agency_id, id, district_id, name, zone, desk_code) values (?, ?, ?, ?, 'America/Phoenix', ?) on conflict do nothing")
                            .params(LaneProof.AGENCY, LaneProof.school(number), LaneProof.DISTRICT,
                                    "Lane School " + number, "%04d".formatted(number))
                            .update();
                }
            }));
        }

        @Override
        public UUID heard(LaneEntry entry) {
            return entry instanceof LaneEntry.Ack ack ? ack.alert() : entry.id();
        }

        @Override
        public void store(List<LaneEntry> entries) {}
    }

    /**
     * As which alert a press is shown there. Not by its own number: that one joins the alert that stands, and screens
     * are told no more of it.
     */
    public static UUID shown(UUID press) {
        return new UUID(press.getMostSignificantBits(), ~press.getLeastSignificantBits());
    }

    /** Each press on the screens as an alert of its own, at once. */
    @TestComponent
    static class Showing implements LaneListener {

        private final LaneStreams streams;
        private final SealedForTests words;

        Showing(LaneStreams streams, AlertText text) {
            this.streams = streams;
            this.words = new SealedForTests(text);
        }

        @Override
        public UUID heard(LaneEntry entry) {
            if (entry.agency().equals(LaneProof.AGENCY)) {
                streams.publish(LaneProof.AGENCY, LaneProof.DISTRICT, LaneProof.SCHOOL, "alert",
                        words.raised(shown(entry.id())));
            }
            return entry.id();
        }

        @Override
        public void store(List<LaneEntry> entries) {}
    }
}
