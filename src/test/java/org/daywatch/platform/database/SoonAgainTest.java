package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class SoonAgainTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void theServerThatServedLastIsAskedFirstAndTheOthersWhenItIsGone() throws SQLException {
        var first = new Server("first");
        var second = new Server("second");
        second.state = "08001";
        var pool = new SoonAgain(List.of(first, second));
        assertThat(pool.getConnection()).isNotNull();
        first.state = "08006";
        second.state = null;
        pool.getConnection();
        first.state = null;
        pool.getConnection();
        assertThat(asked).containsExactly("first", "first", "second", "second");
    }

    @Test
    void whileNoneTakesWritesTheyAreAskedAgainWithinAMoment() throws SQLException {
        var starts = new Server("starts");
        starts.state = "57P03";
        starts.failures = 3;
        long began = System.nanoTime();
        assertThat(new SoonAgain(List.of(starts)).getConnection()).isNotNull();
        assertThat(asked).hasSize(4);
        assertThat((System.nanoTime() - began) / 1_000_000).isBetween(300L, 2500L);
    }

    @Test
    void aWrongPasswordIsNotTriedTwice() {
        var server = new Server("server");
        server.state = "28P01";
        assertThatThrownBy(() -> new SoonAgain(List.of(server, server)).getConnection())
                .isInstanceOf(SQLException.class);
        assertThat(asked).hasSize(1);
    }

    private final class Server extends AbstractDataSource implements DataSource {

        private final String name;
        private String state;
        private int failures = Integer.MAX_VALUE;

        private Server(String name) {
            this.name = name;
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked.add(name);
            if (state != null && failures-- > 0) throw new SQLException(name, state);
            return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                    (self, method, arguments) -> null);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
