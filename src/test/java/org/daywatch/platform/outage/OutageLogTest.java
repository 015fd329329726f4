package org.daywatch.platform.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionSystemException;

/** What whoever keeps the installation running reads of a night in which the database was away. */
class OutageLogTest {

    private final AtomicBoolean away = new AtomicBoolean(true);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final org.slf4j.Logger timer = LoggerFactory.getLogger("org.daywatch.a.timer");
    private OutageLog outage;

    @BeforeEach
    void aDatabaseThatIsAway() throws Exception {
        var connection = mock(Connection.class);
        when(connection.isValid(anyInt())).thenReturn(true);
        var pages = mock(DataSource.class);
        when(pages.getConnection()).thenAnswer(asked -> {
            if (away.get()) throw new SQLTransientConnectionException("none in the pool");
            return connection;
        });
        outage = new OutageLog(pages, Duration.ofMillis(20));
        outage.begin();
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void theLogIsAsItWas() {
        outage.end();
        root.detachAppender(lines);
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void anOutageIsOneLineAndOneWhenItIsOverWhateverFortyTimersSayMeanwhile() {
        var refused = new IllegalStateException("a timer", new SQLException("Connection refused", "08001"));
        for (int i = 0; i < 500; i++) {
            timer.error("the timer {} failed", i, refused);
            timer.error("the timer failed", refused);
            timer.warn("{} accepted entries wait for the database: {}", 7, refused.toString());
            timer.error("incident {}: the database is away: {}", "1a2b", "x");
        }
        LoggerFactory.getLogger("com.zaxxer.hikari.pool.PoolBase").warn("pages - Failed to validate connection");
        assertThat(said()).singleElement().asString().startsWith("the database is away: ")
                .contains("Connection refused");
        timer.error("a lesson could not be closed", new IllegalStateException("something else"));
        assertThat(said()).as("what else goes wrong is read as ever").hasSize(2)
                .last().isEqualTo("a lesson could not be closed");

        away.set(false);
        await().atMost(Duration.ofSeconds(10)).until(() -> said().size() == 3);
        assertThat(said().getLast())
                .matches("the database is back after [0-9]+ s; 2001 lines of its absence were left out");

        timer.error("the timer failed", refused);
        await().atMost(Duration.ofSeconds(10)).until(() -> said().size() == 5);
        assertThat(said().get(3)).as("the next outage is said anew").startsWith("the database is away: ");
    }

    @Test
    void whatIsNoOutageIsLoggedAsEver() {
        timer.error("a row twice", new SQLException("duplicate key", "23505"));
        LoggerFactory.getLogger("com.zaxxer.hikari.pool.PoolBase").warn("pages - a leak");
        timer.info("the database is away, says somebody in passing");
        assertThat(said()).contains("a row twice", "pages - a leak").noneMatch(line -> line.contains("left out"));
    }

    /**
     * A statement that was given up after half a minute: the pool has closed its connection, and nothing can be taken
     * back on it.
     */
    @Test
    void whatCannotEvenBeTakenBackMeansThatTheDatabaseIsAwayUnlessSomethingElseWasWrong() {
        assertThat(OutageCause.isWhy(
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"))))
                .isTrue();
        var over = new TransactionSystemException("JDBC rollback failed", new SQLException("odd", "25000"));
        assertThat(OutageCause.isWhy(over)).isFalse();
        over.initApplicationException(
                new IllegalStateException("a statement", new SQLException("An I/O error occurred", "08006")));
        assertThat(OutageCause.isWhy(over)).isTrue();
    }

}
