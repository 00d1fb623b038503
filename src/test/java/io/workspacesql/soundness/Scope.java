package io.workspacesql.soundness;

import java.util.List;
import java.util.Map;

/**
 * What an expression's value depends on.
 *
 * @param row the row that columns are read from; null = no column is read
 * @param parameters the values of the statement's parameters
 * @param table what sub-queries read; null = there is none
 */
record Scope(Map<Column, Object> row, List<Object> parameters, Table table) {}
