package org.daywatch.platform.operations;

import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.EVENT_PUBLICATION;
import static org.daywatch_db.platform.Tables.SETTING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.database.LogArchive;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The installation's and the organization's state of health, read from the tables where it stands. */
@Component
@Transactional(readOnly = true)
public class OperationsQueries {

    /** A fact heard by another room later than this has failed, or its listener stands still. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DSLContext db;
    private final Clock clock;

    OperationsQueries(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A fact that a room has not taken in.
     *
     * @param givenUp it is not told again unless somebody asks for it
     * @param reason what went wrong the last time, in the words of what failed; empty where nobody lived to say
     */
    public record Unheard(UUID id, String fact, String listener, Instant since, int attempts, boolean givenUp,
            String reason) {}

    List<Unheard> unheard() {
        return db
                .select(EVENT_PUBLICATION.ID, EVENT_PUBLICATION.EVENT_TYPE, EVENT_PUBLICATION.LISTENER_ID,
                        EVENT_PUBLICATION.PUBLICATION_DATE, EVENT_PUBLICATION.COMPLETION_ATTEMPTS,
                        EVENT_PUBLICATION.REASON)
                .from(EVENT_PUBLICATION).where(EVENT_PUBLICATION.COMPLETION_DATE.isNull())
                .and(EVENT_PUBLICATION.STATUS.eq("FAILED")
                        .or(EVENT_PUBLICATION.PUBLICATION_DATE.lt(clock.instant().minus(PATIENCE))))
                .and(EVENT_PUBLICATION.TENANT_ID.eq(Tenancy.tenant()))
                .orderBy(EVENT_PUBLICATION.PUBLICATION_DATE).limit(200)
                .fetch(r -> unheard(r.get(EVENT_PUBLICATION.ID), r.get(EVENT_PUBLICATION.EVENT_TYPE),
                        r.get(EVENT_PUBLICATION.LISTENER_ID), r.get(EVENT_PUBLICATION.PUBLICATION_DATE),
                        r.get(EVENT_PUBLICATION.COMPLETION_ATTEMPTS) == null
                                ? 0
                                : r.get(EVENT_PUBLICATION.COMPLETION_ATTEMPTS),
                        r.get(EVENT_PUBLICATION.REASON) == null ? "" : r.get(EVENT_PUBLICATION.REASON)));
    }

    private static Unheard unheard(UUID id, String type, String listener, Instant since, int attempts, String reason) {
        return new Unheard(id, shortName(type), shortName(listener), since, attempts, attempts >= UnheardFacts.MOST,
                reason);
    }

    boolean isOurs(UUID publication) {
        return unheard().stream().anyMatch(u -> u.id().equals(publication));
    }

    Map<String, Integer> deliveries() {
        var number = DSL.count();
        return db.select(DELIVERY.STATE, number).from(DELIVERY).where(DELIVERY.TENANT_ID.eq(Tenancy.tenant()))
                .and(DELIVERY.CHANNEL.ne("IN_APP"))
                .groupBy(DELIVERY.STATE).fetchMap(r -> r.get(DELIVERY.STATE), r -> r.get(number));
    }

    long databaseBytes() {
        return db.fetchSingle("select pg_database_size(current_database())").get(0, Long.class);
    }

    /**
     * How the embedded database's log is archived.
     *
     * @param last when the last file was laid down; null: none yet
     * @param waiting finished files that are not laid down
     * @param failing the last try failed
     * @param seconds after which a file is finished that is not full
     */
    record Archived(@Nullable Instant last, long waiting, boolean failing, int seconds) {

        /** A file is finished, and nobody lays it down. An idle database finishes none, and is not late. */
        boolean late(Instant now) {
            return failing || waiting > 0 && (last == null || last.plusSeconds(2L * seconds + 60).isBefore(now));
        }
    }

    /** Empty where none is kept: none was named, or the database is somebody else's. */
    Optional<Archived> archived() {
        return db.fetchOptional("""
                select last_archived_time, last_archived_wal, coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false), pg_walfile_name(pg_current_wal_lsn()),
                  extract(epoch from current_setting('archive_timeout')::interval)::int
                from pg_stat_archiver where coalesce(current_setting('daywatch.archive', true), '') <> ''""")
                .map(row -> {
                    var last = row.get(0, java.sql.Timestamp.class);
                    String name = row.get(1, String.class);
                    long waiting = name == null || !name.matches("[0-9A-F]{24}.*")
                            ? 0
                            : LogArchive.between(name, row.get(3, String.class)) - 1;
                    return new Archived(last == null ? null : last.toInstant(), Math.max(0, waiting),
                            row.get(2, Boolean.class), row.get(4, Integer.class));
                });
    }

    Optional<Instant> at(String setting) {
        return db.select(SETTING.VALUE).from(SETTING).where(SETTING.NAME.eq(setting)).fetchOptional(SETTING.VALUE)
                .map(Instant::parse);
    }

    private static String shortName(String name) {
        String withoutArguments = name.replaceFirst("\\(.*", "");
        var parts = withoutArguments.split("[.$]");
        return parts.length < 2 || withoutArguments.equals(name)
                ? parts[parts.length - 1]
                : parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}
