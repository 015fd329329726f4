package org.daywatch.platform.database;

import org.flywaydb.core.Flyway;

/** Runs every room's SQL as the schema owner, in the rooms' order; each room keeps its own history table. */
public final class Migrations {

    private Migrations() {}

    /** @param location Flyway location with {@code %s} for the room, e.g. {@code classpath:db/rooms/%s/migrations} */
    public static void run(String url, String ownerPassword, String location) {
        for (String room : DatabaseRoles.ROOMS) {
            Flyway.configure().dataSource(url, "dw_owner", ownerPassword)
                    .locations(location.formatted(room)).failOnMissingLocations(true)
                    .schemas(room).defaultSchema(room).table("migration_history")
                    // Engineers number their migrations in ranges, so a lower number may land after a higher one.
                    .outOfOrder(true)
                    .load().migrate();
        }
    }
}
