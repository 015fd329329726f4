package org.daywatch.house.shape;

import org.jooq.DSLContext;

class HoldsSqlOnly {

    int rows(DSLContext db) {
        return db.execute("select 1");
    }
}
