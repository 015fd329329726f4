package org.daywatch.platform.time;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock: the system's, or the demonstration's. Tests put one beside it that they move by hand. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    /** For a process that has no container around it. */
    public static Clock system() {
        return Clock.systemUTC();
    }

    @Bean
    Clock clock(@Value("${daywatch.demo:false}") boolean demo) {
        return demo ? new DemoClock(Clock.systemUTC()) : Clock.systemUTC();
    }

    @Bean
    SteadyTime steadyTime(Clock clock) {
        return SteadyTime.of(clock);
    }

    /** For what expires: sessions, tokens, keys. */
    @Bean(defaultCandidate = false)
    @Qualifier("expiry")
    Clock expiryClock(SteadyTime time) {
        return time.expiry();
    }

    /** For what is due: whatever is tried again after a pause. */
    @Bean(defaultCandidate = false)
    @Qualifier("due")
    Clock dueClock(SteadyTime time) {
        return time.due();
    }
}
