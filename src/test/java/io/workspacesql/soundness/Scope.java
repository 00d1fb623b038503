package io.workspacesql.soundness;

import java.util.List;
import java.util.Map;

/** What an expression's value depends on: a row and the parameters' values. */
record Scope(Map<Column, Object> row, List<Object> parameters) {}
