package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

class SeveralServersTest {

    @Test
    void anAddressOfOneServerStaysAsItWasWritten() {
        for (String url : new String[] {"", "jdbc:postgresql://db.example.org:5432/daywatch?sslmode=verify-full",
                "jdbc:postgresql://db.example.org/daywatch?options=-c%20a=b,c"}) {
            assertThat(SeveralServers.complete(url)).isEqualTo(url);
            assertThat(SeveralServers.each(url)).containsExactly(url);
        }
    }

    @Test
    void ofSeveralTheOneThatTakesWritesIsLookedForAndNoneIsWaitedForLong() {
        assertThat(SeveralServers.complete("jdbc:postgresql://first.example.org:5432,second.example.org/daywatch"))
                .isEqualTo(
                        "jdbc:postgresql://first.example.org:5432,second.example.org/daywatch?connectTimeout=1&sslResponseTimeout=1500&targetServerType=primary");
        assertThat(SeveralServers.complete("jdbc:postgresql://a,b/daywatch?sslmode=verify-full")).endsWith(
                "/daywatch?sslmode=verify-full&connectTimeout=1&sslResponseTimeout=1500&targetServerType=primary");
    }

    @Test
    void whatTheAdministratorSaidIsKept() {
        assertThat(SeveralServers
                .complete("jdbc:postgresql://a,b/daywatch?targetServerType=preferPrimary&connectTimeout=3")).isEqualTo(
                        "jdbc:postgresql://a,b/daywatch?targetServerType=preferPrimary&connectTimeout=3&sslResponseTimeout=1500");
    }

    @Test
    void aPoolAsksOneAfterTheOther() {
        assertThat(SeveralServers.each("jdbc:postgresql://a:1,b,[::1]:2/daywatch?targetServerType=primary"))
                .containsExactly("jdbc:postgresql://a:1/daywatch?targetServerType=primary",
                        "jdbc:postgresql://b/daywatch?targetServerType=primary",
                        "jdbc:postgresql://[::1]:2/daywatch?targetServerType=primary");
    }

    @Test
    void theDriverUnderstandsIt() {
        var read = Driver.parseURL(SeveralServers.complete("jdbc:postgresql://a:1,b:2/daywatch"), new Properties());
        assertThat(read).containsEntry("PGHOST", "a,b").containsEntry("PGPORT", "1,2")
                .containsEntry("targetServerType", "primary").containsEntry("sslResponseTimeout", "1500");
    }
}
