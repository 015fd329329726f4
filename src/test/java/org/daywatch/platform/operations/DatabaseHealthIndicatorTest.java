package org.daywatch.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What the balancer is told of the database, and how soon. */
class DatabaseHealthIndicatorTest {

    private final DataSource pages = mock(DataSource.class);
    private final DatabaseHealthIndicator health = new DatabaseHealthIndicator(pages);

    @Test
    void aDatabaseThatAnswersIsUpAndOneThatRefusesIsDown() throws Exception {
        var connection = mock(Connection.class);
        when(connection.isValid(anyInt())).thenReturn(true);
        when(pages.getConnection()).thenReturn(connection).thenThrow(new SQLException("away")).thenReturn(connection);
        for (var status : new Status[] {Status.UP, Status.DOWN, Status.UP})
            await().atMost(Duration.ofSeconds(5)).untilAsserted(
                    () -> assertThat(health.health().getStatus()).isEqualTo(status));
    }

    @Test
    void aDatabaseThatHangsIsDownWithinASecondAndUpAgainWhenItAnswers() throws Exception {
        var hangs = new CountDownLatch(1);
        var connection = mock(Connection.class);
        when(connection.isValid(anyInt())).thenReturn(true);
        when(pages.getConnection()).thenAnswer(asked -> {
            hangs.await();
            return connection;
        });
        for (int i = 0; i < 5; i++) {
            long began = System.nanoTime();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5)); // promised: 1
        }
        hangs.countDown();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }
}
