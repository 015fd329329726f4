package org.daywatch.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.Release;
import org.daywatch.platform.errors.InvalidInput;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Runs every room's SQL as the schema owner, in the rooms' order; each room keeps its own history table. */
public final class Migrations {

    private static final MigrationVersion BASELINE_ENDS = MigrationVersion.fromVersion("100");

    /** What PostgreSQL says when a lock was not got in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Which roles have a permission the first time a database hears of it; said above, by those who know roles. */
    public interface DefaultGrants {

        /** By the permission's name, the roles' names. */
        Map<String, Set<String>> rolesOfPermissions();
    }

    private Migrations() {}

    /**
     * @param location Flyway location with {@code %s} for the room, e.g. {@code classpath:db/rooms/%s/migrations}
     * @throws InvalidInput when the database holds migrations that this Daywatch does not have, or somebody holds a
     * table that one of them changes; what was not done then is done by the next start
     */
    public static void run(String url, String ownerPassword, String location) {
        run(url, ownerPassword, location, PATIENCE);
    }

    /** @param patience how long a table that somebody else holds is tried for */
    public static void run(String url, String ownerPassword, String location, Duration patience) {
        var rooms = DatabaseRoles.ROOMS.stream().map(room -> room(room, url, ownerPassword, location)).toList();
        refuseUnknown(rooms, url, ownerPassword);
        rooms.forEach(room -> migrate(room, patience));
    }

    /**
     * A migration that waits for a table lets everybody after it wait for that table too: so it waits a moment only,
     * lets them through, and tries again.
     */
    private static void migrate(Flyway room, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                room.migrate();
                return;
            } catch (FlywayException held) {
                if (!isHeld(held)) throw held;
                if (System.nanoTime() > end) throw heldByOthers(room);
                pause();
            }
        }
    }

    private static boolean isHeld(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) return true;
        return false;
    }

    private static InvalidInput heldByOthers(Flyway room) {
        var next = room.info().pending()[0];
        return new InvalidInput("database",
                room.getConfiguration().getDefaultSchema() + " " + next.getVersion() + " (" + next.getDescription()
                        + ")",
                "Another program holds a table that this upgrade changes. End it, also other nodes of the earlier release, and start again; this step was not begun.");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was migrated", e);
        }
    }

    private static void refuseUnknown(List<Flyway> rooms, String url, String ownerPassword) {
        try (var owner = DriverManager.getConnection(url, "dw_owner", ownerPassword)) {
            var unknown = new ArrayList<Unknown>();
            for (var room : rooms) unknown.addAll(unknown(room, owner));
            if (!unknown.isEmpty()) throw foreign(unknown, lastRelease(owner));
        } catch (SQLException e) {
            throw new IllegalStateException("the migrations of the database could not be read", e);
        }
    }

    /** Which release opens the database; the first time is kept. */
    static void opened(String url, String ownerPassword) {
        try (var owner = DriverManager.getConnection(url, "dw_owner", ownerPassword);
                var add = owner
                        .prepareStatement("insert into platform.release (version) values (?) on conflict do nothing")) {
            add.setString(1, Release.VERSION);
            add.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the release could not be written down", e);
        }
    }

    /**
     * A permission the database has never heard of is given to the roles that the code says have it by default. Of one
     * it knows, what its rows say counts, whatever the code says.
     */
    static void grantNew(Map<String, Set<String>> rolesOf, String url, String ownerPassword) {
        try (var owner = DriverManager.getConnection(url, "dw_owner", ownerPassword);
                var grant = owner.prepareStatement(
                        "insert into platform.role_permission (role, permission) values (?, ?) on conflict do nothing")) {
            var known = new HashSet<String>();
            try (var statement = owner.createStatement();
                    var rows = statement.executeQuery("select distinct permission from platform.role_permission")) {
                while (rows.next()) known.add(rows.getString(1));
            }
            owner.setAutoCommit(false); // all roles of a permission or none: half of them would be taken for what somebody wanted
            for (var permission : rolesOf.entrySet()) {
                if (known.contains(permission.getKey())) continue;
                for (var role : permission.getValue()) {
                    grant.setString(1, role);
                    grant.setString(2, permission.getKey());
                    grant.executeUpdate();
                }
            }
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("new permissions could not be granted", e);
        }
    }

    private static Flyway room(String room, String url, String ownerPassword, String location) {
        return Flyway.configure().dataSource(url, "dw_owner", ownerPassword)
                .locations(location.formatted(room)).failOnMissingLocations(true)
                .schemas(room).defaultSchema(room).table("migration_history")
                // Engineers number their migrations in ranges, so a lower number may land after a higher one.
                .outOfOrder(true)
                .initSql("set lock_timeout = '5s'")
                .load();
    }

    /** Applied and not ours: of a newer release, or of the time before the baseline. */
    private static List<Unknown> unknown(Flyway room, Connection owner) throws SQLException {
        String name = room.getConfiguration().getDefaultSchema();
        var ours = Stream.of(room.info().all()).filter(m -> m.isVersioned() && m.getState().isResolved())
                .collect(Collectors.toMap(m -> m.getVersion().getVersion(), m -> words(m.getPhysicalLocation())));
        var unknown = new ArrayList<Unknown>();
        try (var statement = owner.createStatement()) {
            try (var there = statement
                    .executeQuery("select to_regclass('" + name + ".migration_history') is not null")) {
                there.next();
                if (!there.getBoolean(1)) return unknown;
            }
            try (var applied = statement.executeQuery("select version, description from " + name
                    + ".migration_history where version is not null and success order by installed_rank")) {
                while (applied.next()) {
                    if (!applied.getString(2).equals(ours.get(applied.getString(1))))
                        unknown.add(new Unknown(name, MigrationVersion.fromVersion(applied.getString(1)),
                                applied.getString(2)));
                }
            }
        }
        return unknown;
    }

    /** Of the file itself: what the library calls a migration is what the database calls it, once it was applied. */
    private static String words(String file) {
        return file.replaceAll(".*__|\\.sql$", "").replace('_', ' ');
    }

    /** One that was applied to the database and is none of ours. */
    private record Unknown(String room, MigrationVersion version, String description) {

        /** Every number up to here is of the baseline, whose files never change. */
        boolean beforeTheBaseline() {
            return version.compareTo(BASELINE_ENDS) < 0;
        }

        @Override
        public String toString() {
            return room + " " + version + " (" + description + ")";
        }
    }

    private static InvalidInput foreign(List<Unknown> unknown, String release) {
        String first = unknown.getFirst() + (unknown.size() > 1 ? " and " + (unknown.size() - 1) + " more" : "");
        return unknown.stream().anyMatch(Unknown::beforeTheBaseline)
                ? new InvalidInput("database", first,
                        "This database was made before release 0.1.0 and cannot be upgraded. Start with another folder or an empty database; nothing was changed in this one.")
                : new InvalidInput("database", first, "This database was opened by a newer Daywatch"
                        + (release.isEmpty() ? "" : " (" + release + ")") + "; this is " + Release.VERSION
                        + ". Start the newer one, or restore a backup from before the upgrade with this one. Nothing was changed.");
    }

    private static String lastRelease(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var last = statement.executeQuery(
                        "select version || ', since ' || opened_at::date from platform.release order by opened_at desc limit 1")) {
            return last.next() ? last.getString(1) : "";
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState())) return ""; // from before releases were written down
            throw e;
        }
    }
}
