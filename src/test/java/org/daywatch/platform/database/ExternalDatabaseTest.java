package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;

/** Mistakes in the settings of somebody else's PostgreSQL, each named as what it is. */
class ExternalDatabaseTest {
    private static final String URL = "jdbc:postgresql://db.example:5432/daywatch?password=secret";

    @Test
    void aServerOlderThanTheSchemaIsRefusedByItsVersion() {
        assertThatThrownBy(() -> ExternalDatabase.refuseOld(150018, URL)).isInstanceOf(InvalidInput.class)
                .satisfies(e -> assertThat(said(e)).contains("DAYWATCH_DATABASE_URL", "PostgreSQL 15.18", "17 or newer")
                        .doesNotContain("secret"));
        assertThatThrownBy(() -> ExternalDatabase.refuseOld(160009, URL)).isInstanceOf(InvalidInput.class);
        assertThatCode(() -> ExternalDatabase.refuseOld(170000, URL)).doesNotThrowAnyException();
        assertThatCode(() -> ExternalDatabase.refuseOld(180006, URL)).doesNotThrowAnyException();
    }

    @Test
    void aWrongPasswordNamesTheSettingOfThatRole() {
        assertThat(said(wrong("dw_app", "28P01", null)))
                .contains("DAYWATCH_DATABASE_APP_PASSWORD", "role dw_app", "db.example:5432/daywatch")
                .doesNotContain("secret");
        assertThat(said(wrong("dw_owner", "28000", null))).contains("DAYWATCH_DATABASE_OWNER_PASSWORD",
                "lets this machine in");
    }

    @Test
    void aNameNobodyKnowsADatabaseThatIsNotThereAndASilentServerAreThreeThings() {
        assertThat(said(wrong("dw_owner", "08001", new UnknownHostException("db.example"))))
                .contains("No machine is known by the name db.example");
        assertThat(said(wrong("dw_owner", "3D000", null))).contains("no such database");
        assertThat(said(wrong("dw_owner", "08001", null))).contains("does not answer (boom)", "firewall")
                .doesNotContain("secret");
        assertThat(said(ExternalDatabase.wrong("db.example:5432/daywatch", "dw_owner",
                new SQLException("No suitable driver", "08001")))).contains("jdbc:postgresql://HOST:PORT/DATABASE");
    }

    private static RuntimeException wrong(String role, String state, Exception cause) {
        return ExternalDatabase.wrong(URL, role, new SQLException("boom. More of it", state, cause));
    }

    private static String said(Throwable failure) {
        return failure instanceof InvalidInput wrong
                ? wrong.errors().getFirst().field() + " " + wrong.errors().getFirst().value() + " "
                        + wrong.errors().getFirst().message()
                : failure.getMessage();
    }
}
