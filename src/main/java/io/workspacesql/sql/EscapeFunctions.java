package io.workspacesql.sql;

/**
 * The names that the JDBC escape {@code {fn …}} knows, in the form and the groups in which {@link
 * java.sql.DatabaseMetaData} lists them.
 */
public final class EscapeFunctions {
  public static final String NUMERIC =
      "ABS,ACOS,ASIN,ATAN,ATAN2,CBRT,CEILING,COS,COT,DEGREES,EXP,FLOOR,LOG,"
          + "LOG10,MOD,PI,POWER,RADIANS,RAND,ROUND,SIGN,SIN,SQRT,TAN,TRUNCATE";
  public static final String STRING =
      "ASCII,CHAR,CONCAT,DIFFERENCE,INSERT,LCASE,LEFT,LENGTH,LOCATE,LTRIM,"
          + "REPEAT,REPLACE,RIGHT,RTRIM,SOUNDEX,SPACE,SUBSTRING,UCASE";
  public static final String SYSTEM = "CONVERT,IFNULL";
  public static final String TIME_DATE =
      "CURDATE,CURTIME,DAYNAME,DAYOFMONTH,DAYOFWEEK,DAYOFYEAR,HOUR,MINUTE,MONTH,MONTHNAME,NOW,"
          + "QUARTER,SECOND,TIMESTAMPADD,TIMESTAMPDIFF,TO_DATE,WEEK,YEAR";

  private EscapeFunctions() {}
}
