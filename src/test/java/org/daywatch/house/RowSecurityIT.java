package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.daywatch.platform.database.DatabaseRoles;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.Migrations;
import org.daywatch.platform.database.SchemaCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plants every kind of hole in a scratch database; start-up must refuse each and name it, and accept the schema as
 * shipped.
 *
 * <p>A-06, P-10 of docs/security.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowSecurityIT {

    private static final String ROOMS = "filesystem:src/main/java/org/daywatch/%s/migrations";

    private EmbeddedPostgres postgres;

    @BeforeAll
    void open(@TempDir Path home) {
        postgres = EmbeddedPostgres.start(home, false);
        DatabaseRoles.create(postgres.url("postgres"), postgres.secrets());
        Migrations.run(postgres.url("daywatch"), postgres.secrets().owner(), ROOMS);
    }

    @AfterAll
    void close() {
        postgres.close();
    }

    @Test
    void theSchemaAsShippedHasNoHole() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void migrationsMayRunAgainAndRefuseAFileThatWasChangedAfterwards() throws Exception {
        assertThatCode(() -> Migrations.run(postgres.url("daywatch"), postgres.secrets().owner(), ROOMS))
                .doesNotThrowAnyException();
        try (var owner = owner()) {
            run(owner, "update platform.migration_history set checksum = checksum + 1 where version = '001'");
            assertThatThrownBy(() -> Migrations.run(postgres.url("daywatch"), postgres.secrets().owner(), ROOMS))
                    .hasMessageContaining("checksum");
            run(owner, "update platform.migration_history set checksum = checksum - 1 where version = '001'");
        }
        assertThatCode(() -> Migrations.run(postgres.url("daywatch"), postgres.secrets().owner(), ROOMS))
                .doesNotThrowAnyException();
    }

    /** Hole; what makes it; what undoes it; what must be named. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "a table nobody declared | create table staffing.hole (id uuid primary key) | drop table staffing.hole | staffing.hole",
            "an exempt table with rows of agencies | create table staffing.hole (agency_id uuid);call platform.exempt('staffing.hole', 'x');grant select on staffing.hole to dw_app | drop table staffing.hole | staffing.hole",
            "row security switched off | alter table staffing.shift disable row level security | alter table staffing.shift enable row level security | staffing.shift",
            "row security not forced | alter table staffing.shift no force row level security | alter table staffing.shift force row level security | staffing.shift",
            "the policy of its kind is missing | alter policy shared on staffing.shift rename to other | alter policy other on staffing.shift rename to shared | staffing.shift",
            "a policy that lets everybody in | create policy wide on staffing.shift for select to dw_app using (true) | drop policy wide on staffing.shift | staffing.shift wide",
            "a policy for everybody's role | create policy wide on staffing.shift for select to public using (true) | drop policy wide on staffing.shift | staffing.shift wide",
            "a unique key without its owner | create unique index hole on staffing.shift (id) | drop index staffing.hole | hole",
            "a primary key without its owner | create table staffing.hole (agency_id uuid, id uuid primary key);call platform.protect('staffing.hole', 'agency', 'agency_id', null, 'x') | drop table staffing.hole | staffing.hole",
            "a function with its owner's rights | create function staffing.hole() returns int language sql security definer as 'select 1' | drop function staffing.hole() | staffing.hole",
            "a view with its owner's rights | create view staffing.hole as select * from staffing.shift | drop view staffing.hole | staffing.hole",
            "a materialized view | create materialized view staffing.hole as select * from staffing.shift | drop materialized view staffing.hole | staffing.hole",
            "a role that bypasses | alter role dw_app bypassrls | alter role dw_app nobypassrls | dw_app",
            "a role that is superuser | alter role dw_worker superuser | alter role dw_worker nosuperuser | dw_worker",
            "a role that is member of the owner | grant dw_owner to dw_app | revoke dw_owner from dw_app | dw_app",
            "a role that owns a table | alter table staffing.trade owner to dw_app | alter table staffing.trade owner to dw_owner | dw_app"})
    void everyKindOfHoleIsRefusedByName(String hole, String plant, String mend, String named) throws Exception {
        try (var superuser = DriverManager.getConnection(postgres.url("daywatch"), "postgres",
                postgres.secrets().superuser())) {
            for (String sql : plant.split(";")) run(superuser, sql);
            try {
                assertThatThrownBy(this::check).as(hole).isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(named);
            } finally {
                run(superuser, mend);
            }
        }
        assertThatCode(this::check).as("after mending " + hole).doesNotThrowAnyException();
    }

    private void check() {
        SchemaCheck.refuseHoles(postgres.url("daywatch"), postgres.secrets().owner());
    }

    private Connection owner() throws Exception {
        return DriverManager.getConnection(postgres.url("daywatch"), "dw_owner", postgres.secrets().owner());
    }

    private static void run(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
