package org.daywatch.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells PostgreSQL at the start of every transaction for whom it works. Local to the transaction: a pool cannot leak
 * it.
 */
@Component
class TenantTransactions implements TransactionExecutionListener {

    private static final Logger log = LoggerFactory.getLogger(TenantTransactions.class);

    private final DataSource dataSource;

    TenantTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) return;
        var scope = Tenancy.current().orElse(null);
        if (scope == null) return; // unbound: the policies show no rows
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection
                .prepareStatement("select set_config('app.tenant', ?, true), set_config('app.person', ?, true)")) {
            statement.setString(1, scope.tenant() == null ? "" : scope.tenant().toString());
            statement.setString(2, scope.person() == null ? "" : scope.person().toString());
            statement.execute();
        } catch (SQLException e) {
            // Thrown from here the exception would leave the begun transaction on the thread for ever. Without its connection the
            // work fails at its first statement instead, and is cleared away like any other that failed.
            log.warn("the tenant could not be bound, the connection is given up: {}", e.toString());
            giveUp(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void giveUp(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new TransactionSystemException("a connection without its tenant could not be closed", e);
        }
    }
}
