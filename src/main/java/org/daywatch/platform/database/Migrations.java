package org.daywatch.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Runs every room's SQL as the schema owner, in the rooms' order; each room keeps its own history table. */
public final class Migrations {

    private static final MigrationVersion BASELINE_ENDS = MigrationVersion.fromVersion("100");

    /** Which roles have a permission the first time a database hears of it; said above, by those who know roles. */
    public interface DefaultGrants {

        /** By the permission's name, the roles' names. */
        Map<String, Set<String>> rolesOfPermissions();
    }

    private Migrations() {}

    /**
     * @param location Flyway location with {@code %s} for the room, e.g. {@code classpath:db/rooms/%s/migrations}
     * @throws InvalidInput when the database holds migrations that this Daywatch does not have; nothing was changed
     * then
     */
    public static void run(String url, String ownerPassword, String location) {
        var rooms = DatabaseRoles.ROOMS.stream().map(room -> room(room, url, ownerPassword, location)).toList();
        refuseUnknown(rooms, url, ownerPassword);
        rooms.forEach(Flyway::migrate);
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
