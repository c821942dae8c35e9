import StateSystem

/// The standard's short name for a date as history knows it.
public typealias EDTF = DateExpression
