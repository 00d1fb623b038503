import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.sql.Timestamp;
import org.jooq.CloseableDSLContext;
import org.jooq.Cursor;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Says how many tenants came in which year, and names some of those that sleep. */
public class Report {
  private static final Table<Record> WORKSPACES = table(name("airbyte", "workspaces"));
  private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
  private static final Field<String> STATUS = field(name("status"), SQLDataType.VARCHAR);
  private static final Field<Timestamp> CREATED_AT =
      field(name("created_at"), SQLDataType.TIMESTAMP);

  public static void main(String[] args) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    try (CloseableDSLContext dsl = DSL.using(args.length > 0 ? args[0] : "jdbc:airbyte:demo")) {
      years(dsl);
      sleeping(dsl, 3);
    }
  }

  /** Reads the whole list, and groups here. */
  private static void years(CloseableDSLContext dsl) {
    Field<Integer> year = extract(CREATED_AT, DatePart.YEAR);
    for (Record2<Integer, Integer> row :
        dsl.select(year, count()).from(WORKSPACES).groupBy(year).orderBy(year)) {
      System.out.println(row.value1() + ": " + row.value2() + " tenants");
    }
  }

  /** Rows come page by page: who stops early has read one page. */
  private static void sleeping(CloseableDSLContext dsl, int few) {
    try (Cursor<?> rows =
        dsl.select(NAME, CREATED_AT)
            .from(WORKSPACES)
            .where(STATUS.eq("inactive"))
            .fetchSize(100)
            .fetchLazy()) {
      for (Record row : rows.fetchNext(few)) {
        System.out.println(row.get(NAME) + ", since " + row.get(CREATED_AT).toInstant());
      }
    }
  }
}
