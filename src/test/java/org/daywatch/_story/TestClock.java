package org.daywatch._story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that stands until it is moved. Starts on Monday 3 August 2026, 06:00 in Phoenix: the first school day of the
 * story.
 */
public class TestClock extends Clock {

    public static final Instant START = Instant.parse("2026-08-03T13:00:00Z");

    private volatile Instant now = START;

    @TestConfiguration(proxyBeanMethods = false)
    static class Replacement {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    public void setTo(Instant instant) { now = instant; }

    public void setTo(String instant) { now = Instant.parse(instant); }

    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() { return ZoneOffset.UTC; }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
