package org.daywatch.platform.database;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Work that must not queue behind the pages' connections: it uses the same role and the same transactions, over two
 * connections that nobody else gets. Pages that hold all of theirs do not hold it up.
 */
public final class Apart {

    private static final ScopedValue<Boolean> APART = ScopedValue.newInstance();

    private Apart() {}

    /** Transactions begun within the work take their connection apart. */
    public static void run(Runnable work) {
        ScopedValue.where(APART, true).run(work);
    }

    public static <R> R call(java.util.function.Supplier<R> work) {
        return ScopedValue.where(APART, true).call(work::get);
    }

    /** One data source to everybody who asks, two pools behind it. */
    static final class Routed extends AbstractRoutingDataSource {

        Routed(DataSource pages, DataSource apart) {
            setDefaultTargetDataSource(pages);
            setTargetDataSources(Map.of(true, apart));
        }

        @Override
        protected Object determineCurrentLookupKey() {
            return APART.isBound();
        }
    }
}
