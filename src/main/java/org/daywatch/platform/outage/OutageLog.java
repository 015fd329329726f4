package org.daywatch.platform.outage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * An outage of the database is two lines of the log: that it is away and why, and that it is back, after how long and
 * with how many lines left out that said the same. Forty timers and every request would each say it, with its trace,
 * all the time; what else goes wrong meanwhile would drown. Everything else is logged as ever. A command says it in its
 * own words and ends.
 */
@Component
@ConditionalOnWebApplication
public class OutageLog extends TurboFilter {

    private static final org.slf4j.Logger log = LoggerFactory.getLogger(OutageLog.class);
    private static final String POOLS = "com.zaxxer.hikari";
    /** A connection that broke is replaced by its pool; each says so before anybody has missed it. */
    private static final String REPLACED = "Failed to validate connection";
    /** How a failure reads where only its words are logged. */
    private static final Pattern WORDS = Pattern.compile(
            "the database is away|SQLTransientConnectionException|CannotGetJdbcConnection|CannotCreateTransaction"
                    + "|PSQLException: (Connection to|FATAL: the database system|This connection has been closed|An I/O error)"
                    + "|terminating connection due to|SQLSTATE\\((08|57P)|wait for the database|DataAccessResourceFailure");

    private final DataSource pages;
    private final Duration pause;
    private final AtomicLong leftOut = new AtomicLong();
    private volatile boolean away;
    private long since;
    private @Nullable Thread asking;

    @Autowired
    OutageLog(@Qualifier("pages") DataSource pages) {
        this(pages, Duration.ofSeconds(1));
    }

    /** @param pause between two questions whether it is back */
    OutageLog(DataSource pages, Duration pause) {
        this.pages = pages;
        this.pause = pause;
    }

    @PostConstruct
    void begin() {
        setContext(context());
        context().addTurboFilter(this);
        start();
    }

    @PreDestroy
    void end() {
        stop();
        context().getTurboFilterList().remove(this);
        synchronized (this) {
            if (asking != null) asking.interrupt();
        }
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params,
            Throwable thrown) {
        if (format == null || !level.isGreaterOrEqual(Level.WARN) || logger.getName().equals(log.getName()))
            return FilterReply.NEUTRAL;
        boolean ofPool = logger.getName().startsWith(POOLS) && (away || format.contains(REPLACED)); // no outage by itself
        if (!ofPool && !saysSo(format, params, thrown)) return FilterReply.NEUTRAL;
        if (!away && !ofPool) begins(why(format, params, thrown));
        leftOut.incrementAndGet();
        return FilterReply.DENY;
    }

    private static boolean saysSo(String format, Object @Nullable [] params, @Nullable Throwable thrown) {
        if (thrown != null && OutageCause.isWhy(thrown)) return true;
        if (WORDS.matcher(format).find()) return true;
        if (params == null) return false;
        for (Object param : params) {
            if (param instanceof Throwable cause && OutageCause.isWhy(cause)) return true;
            if (param instanceof CharSequence words && WORDS.matcher(words).find()) return true;
        }
        return false;
    }

    private static String why(String format, Object @Nullable [] params, @Nullable Throwable thrown) {
        Throwable cause = thrown;
        if (cause == null && params != null) {
            for (Object param : params) {
                if (param instanceof Throwable one) cause = one;
                else if (param instanceof CharSequence words && WORDS.matcher(words).find()) return words.toString();
            }
        }
        while (cause != null && cause.getCause() != null) cause = cause.getCause();
        return cause == null ? format : cause.toString();
    }

    private synchronized void begins(String why) {
        if (away) return;
        away = true;
        since = System.nanoTime();
        leftOut.set(0);
        log.error("the database is away: {}. What says the same is left out until it is back.", why);
        asking = Thread.ofPlatform().daemon().name("database-outage").start(this::ask);
    }

    private void ask() {
        try {
            do Thread.sleep(pause); while (!answers());
            isBack();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void isBack() {
        log.warn("the database is back after {} s; {} lines of its absence were left out",
                Duration.ofNanos(System.nanoTime() - since).toSeconds(), leftOut);
        away = false;
    }

    private boolean answers() {
        try (Connection connection = pages.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException | RuntimeException away) {
            return false;
        }
    }
}
