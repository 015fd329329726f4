package org.daywatch.emergencies.lane;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.Daywatch;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.webhooks.ToldWhileKilled;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole application with a listener that shows each press as an alert of its own and stores it: for killing it and its database. */
public final class LaneApp {

    private LaneApp() {}

    /** Arguments: folder of the database, port of the lane, and what else is set. With {@code -Dtold} it tells that address of an alert. */
    public static void main(String[] arguments) {
        var app = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), List.of(arguments).subList(2, arguments.length));
        String told = System.getProperty("told");
        if (told != null) ToldWhileKilled.begin(app, LaneProof.AGENCY, LaneProof.DISTRICT, LaneProof.SCHOOL, told);
    }

    public static ConfigurableApplicationContext start(Path data, int lanePort, List<String> more) {
        var all = new ArrayList<>(List.of("--server.port=0", "--daywatch.database.directory=" + data, "--daywatch.lane.port=" + lanePort));
        all.addAll(more);
        return new SpringApplicationBuilder(Daywatch.class, Story.class, Showing.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean("testClock", TestClock.class, TestClock::new, definition -> definition.setPrimary(true)))
                .properties("daywatch.timers=false", "spring.main.allow-bean-definition-overriding=true").run(all.toArray(String[]::new));
    }

    /** Stored once by id, whatever another listener does. */
    @TestComponent
    static class Showing implements LaneListener {

        private final LaneStreams streams;
        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;

        Showing(LaneStreams streams, JdbcClient jdbc, PlatformTransactionManager transactions) {
            this.streams = streams;
            this.jdbc = jdbc;
            this.transaction = new TransactionTemplate(transactions);
        }

        /** Its school is founded; then what stands, as it is in the database. */
        @Override
        public void begin() {
            org.daywatch.platform.tenancy.Tenancy.run(org.daywatch.platform.tenancy.Scope.system(LaneProof.AGENCY), () -> transaction.executeWithoutResult(t -> {
                jdbc.sql("insert into platform.organization (id, kind, name) values (?, 'AGENCY', 'Lane Agency') on conflict do nothing").params(LaneProof.AGENCY).update();
                jdbc.sql("insert into platform.organization (id, kind, name, parent_id) values (?, 'DISTRICT', 'Lane District', ?) on conflict do nothing")
                        .params(LaneProof.DISTRICT, LaneProof.AGENCY).update();
                jdbc.sql("insert into directory.school (agency_id, id, district_id, name, zone, desk_code) values (?, ?, ?, 'Lane School', 'America/Phoenix', '0000') on conflict do nothing")
                        .params(LaneProof.AGENCY, LaneProof.SCHOOL, LaneProof.DISTRICT).update();
            }));
            for (UUID district : List.of(LaneProof.DISTRICT)) {
                org.daywatch.platform.tenancy.Tenancy.run(org.daywatch.platform.tenancy.Scope.system(district), () -> transaction.executeWithoutResult(
                        t -> jdbc.sql("select id from emergencies.press order by accepted_at").query(UUID.class).list().forEach(this::show)));
            }
        }

        private void show(UUID press) {
            streams.publish(LaneProof.AGENCY, LaneProof.DISTRICT, LaneProof.SCHOOL, "alert", "{\"alert\":\"" + press + "\",\"version\":1,\"state\":\"ACTIVE\"}");
        }

        @Override
        public UUID heard(LaneEntry entry) {
            if (entry.agency().equals(LaneProof.AGENCY)) show(entry.id());
            return entry.id();
        }

        @Override
        public void store(List<LaneEntry> entries) {
            transaction.executeWithoutResult(t -> {
                for (var entry : entries) {
                    if (entry instanceof LaneEntry.Press p) jdbc.sql("""
                            insert into emergencies.press (agency_id, id, district_id, school_id, alert_id, status, action, source, person_id, presser, accepted_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                            .params(p.agency(), p.id(), p.district(), p.school(), p.id(), p.status().name(), p.action().name(), p.source().name(), p.person(), p.presser(),
                                    p.acceptedAt().atOffset(ZoneOffset.UTC)).update();
                }
            });
        }
    }
}
