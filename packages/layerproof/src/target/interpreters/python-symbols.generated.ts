// Written by scripts/interpreter-facts.ts; do not edit. From CPython 3.7.16, 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0.

/** What CPython gives to extension modules (names that start with Py or _Py), by the minor versions of Python 3 that export them. */
export const PYTHON_SYMBOLS: Readonly<Record<string, string>> = {
  '7':
    'PyByteArray_Fini PyByteArray_Init PyEval_ReInitThreads PyInit_zipimport PyParser_SimpleParseStringFilename ' +
    'Py_meta_grammar Py_pgen _PyCFunction_FastCallKeywords _PyCoreConfig_AsDict _PyCoreConfig_Clear ' +
    '_PyCoreConfig_Copy _PyCoreConfig_GetGlobalConfig _PyCoreConfig_Read _PyCoreConfig_SetGlobalConfig ' +
    '_PyEval_GetCoroutineWrapper _PyEval_SetCoroutineWrapper _PyFrame_Init _PyFunction_FastCallKeywords ' +
    '_PyMainInterpreterConfig_AsDict _PyMainInterpreterConfig_Clear _PyMainInterpreterConfig_Copy ' +
    '_PyMainInterpreterConfig_Read _PyMem_GetAllocatorsName _PyMethodDescr_FastCallKeywords ' +
    '_PyObject_FastCallKeywords _PyObject_GetBuiltin _PyObject_HasFastCall _PyPathConfig_Clear ' +
    '_PyPathConfig_ComputeArgv0 _PyPathConfig_Init _PyStack_AsTuple _PyStack_AsTupleSlice ' +
    '_PySys_AddWarnOptionWithError _PySys_AddXOptionWithError _PySys_BeginInit _PySys_EndInit ' +
    '_PyUnicode_DecodeUnicodeInternal _Py_Bytes _Py_CheckHashBasedPycsMode _Py_Ellipsis _Py_FatalInitError ' +
    '_Py_GetGlobalVariablesAsDict _Py_InitializeCore _Py_InitializeCore_impl _Py_InitializeFromConfig ' +
    '_Py_InitializeMainInterpreter _Py_Initialize_ReadEnvVarsNoAlloc _Py_M__importlib _Py_M__importlib_external ' +
    '_Py_NameConstant _Py_Num _Py_ReadHashSeed _Py_ReadyTypes _Py_ReleaseInternedUnicodeStrings _Py_Str ' +
    '_Py_UnixMain _Py_addarc _Py_addbit _Py_adddfa _Py_addfirstsets _Py_addlabel _Py_addstate _Py_center__doc__ ' +
    '_Py_delbitset _Py_expandtabs__doc__ _Py_findlabel _Py_freegrammar _Py_ljust__doc__ _Py_mergebitset ' +
    '_Py_meta_grammar _Py_newbitset _Py_newgrammar _Py_pgen _Py_rjust__doc__ _Py_samebitset _Py_translatelabels ' +
    '_Py_zfill__doc__',
  '8':
    '_PyBuiltins_AddExceptions _PyCode_InitOpcache _PyConfig_Copy _PyConfig_InitPathConfig _PyConfig_SetPyArgv ' +
    '_PyConfig_Write _PyConfig_WritePathConfig _PyErr_Init _PyErr_WriteUnraisableDefaultHook _PyEval_Fini ' +
    '_PyEval_ReInitThreads _PyInterpreterState_Get _PyNode_FinalizeEndPos _PyPathConfig_ComputeSysPath0 ' +
    '_PyPreCmdline_Clear _PyPreCmdline_Read _PyPreCmdline_SetArgv _PyPreCmdline_SetConfig _PyPreConfig_AsDict ' +
    '_PyPreConfig_GetConfig _PyPreConfig_InitFromConfig _PyPreConfig_InitFromPreConfig _PyPreConfig_Read ' +
    '_PyPreConfig_Write _PySignal_Init _PySys_ClearAuditHooks _PySys_Create _PySys_InitMain ' +
    '_PySys_ReadPreinitWarnOptions _PySys_ReadPreinitXOptions _PySys_SetPreliminaryStderr _PyThread_cond_after ' +
    '_PyThread_cond_init _PyTuple_FromArray _PyTypes_Init _PyUnicode_InitEncodings _PyWarnings_Fini ' +
    '_Py_ClearFileSystemEncoding _Py_DumpPathConfig _Py_FinishPendingCalls _Py_FunctionType ' +
    '_Py_M__importlib_bootstrap _Py_M__importlib_bootstrap_external _Py_M__zipimport _Py_NamedExpr ' +
    '_Py_SetFileSystemEncoding _Py_TypeIgnore',
  '9':
    'PyInit__peg_parser PyPegen_ASTFromFileObject PyPegen_ASTFromFilename PyPegen_ASTFromString ' +
    'PyPegen_ASTFromStringObject _PyGC_InitState _Py_bit_length',
  '10':
    '_PyType_GetModuleByDef',
  '11':
    '_PyThreadState_SetCurrent',
  '12':
    '_PyBufferWrapper_Type _PyErr_DisplayException _PyExc_CreateExceptionGroup _PyExc_PrepReraiseStar ' +
    '_PyException_AddNote _PyImport_CheckSubinterpIncompatibleExtensionAllowed _PyInterpreterState_HasFeature ' +
    '_PyObject_ClearManagedDict _PyObject_VisitManagedDict _PyThreadState_Bind _PyTime_FromMicrosecondsClamp ' +
    '_PyTraceMalloc_ClearTraces _PyTraceMalloc_GetMemory _PyTraceMalloc_GetObjectTraceback ' +
    '_PyTraceMalloc_GetTracebackLimit _PyTraceMalloc_GetTracedMemory _PyTraceMalloc_GetTraces ' +
    '_PyTraceMalloc_IsTracing _PyTraceMalloc_ResetPeak _PyTraceMalloc_Start _PyTraceMalloc_Stop _Py_AtExit',
  '13':
    'PyCriticalSection2_Begin PyCriticalSection2_End PyCriticalSection_Begin PyCriticalSection_End ' +
    'PyDict_ContainsString PyDict_GetItemRef PyDict_GetItemStringRef PyDict_Pop PyDict_PopString ' +
    'PyDict_SetDefaultRef PyErr_FormatUnraisable PyEval_GetFrameBuiltins PyEval_GetFrameGlobals ' +
    'PyEval_GetFrameLocals PyEvent_Wait PyEvent_WaitTimed PyExc_InterpreterError PyExc_InterpreterNotFoundError ' +
    'PyExc_PythonFinalizationError PyFrameLocalsProxy_Type PyImport_AddModuleRef PyInit__suggestions ' +
    'PyInit__sysconfig PyList_Clear PyList_Extend PyList_GetItemRef PyLong_AsInt PyLong_AsNativeBytes ' +
    'PyLong_FromNativeBytes PyLong_FromUnsignedNativeBytes PyMapping_GetOptionalItem ' +
    'PyMapping_GetOptionalItemString PyMapping_HasKeyStringWithError PyMapping_HasKeyWithError PyModule_Add ' +
    'PyMonitoring_EnterScope PyMonitoring_ExitScope PyMutex_Lock PyMutex_Unlock PyObject_ClearManagedDict ' +
    'PyObject_DelAttr PyObject_DelAttrString PyObject_GenericHash PyObject_GetOptionalAttr ' +
    'PyObject_GetOptionalAttrString PyObject_HasAttrStringWithError PyObject_HasAttrWithError ' +
    'PyObject_VisitManagedDict PyRefTracer_GetTracer PyRefTracer_SetTracer PySys_AuditTuple ' +
    'PyThreadState_GetUnchecked PyThread_ParseTimeoutArg PyThread_acquire_lock_timed_with_retries ' +
    'PyThread_detach_thread PyThread_get_thread_ident_ex PyThread_join_thread PyThread_start_joinable_thread ' +
    'PyTime_AsSecondsDouble PyTime_Monotonic PyTime_MonotonicRaw PyTime_PerfCounter PyTime_PerfCounterRaw ' +
    'PyTime_Time PyTime_TimeRaw PyType_GetFullyQualifiedName PyType_GetModuleName PyUnicode_EqualToUTF8 ' +
    'PyUnicode_EqualToUTF8AndSize PyUnstable_AtExit PyUnstable_CopyPerfMapFile PyUnstable_ExecutableKinds ' +
    'PyUnstable_InterpreterState_GetMainModule PyUnstable_Object_ClearWeakRefsNoCallbacks ' +
    'PyUnstable_PerfTrampoline_CompileCode PyUnstable_PerfTrampoline_SetPersistAfterFork PyWeakref_GetRef ' +
    'Py_GetConstant Py_GetConstantBorrowed Py_HashPointer Py_IsFinalizing _PyBuffer_ReleaseInInterpreter ' +
    '_PyBuffer_ReleaseInInterpreterAndRawFree _PyCapsule_SetTraverse _PyCompile_CleanDoc ' +
    '_PyCompile_GetBinaryIntrinsicName _PyCompile_GetUnaryIntrinsicName _PyCompile_OpcodeHasArg ' +
    '_PyCompile_OpcodeHasConst _PyCompile_OpcodeHasExc _PyCompile_OpcodeHasFree _PyCompile_OpcodeHasJump ' +
    '_PyCompile_OpcodeHasLocal _PyCompile_OpcodeHasName _PyCompile_OpcodeIsValid _PyCriticalSection2_BeginSlow ' +
    '_PyCriticalSection_BeginSlow _PyCriticalSection_Resume _PyCriticalSection_SuspendAll ' +
    '_PyCrossInterpreterData_Free _PyCrossInterpreterData_New _PyDict_FromItems ' +
    '_PyDict_GetItemRef_KnownHash_LockHeld _PyDict_SetItem_KnownHash_LockHeld _PyDict_SetItem_Take2 ' +
    '_PyEvalFramePushAndInit _PyEval_BinaryOps _PyEval_CheckExceptStarTypeValid _PyEval_CheckExceptTypeValid ' +
    '_PyEval_ConversionFuncs _PyEval_ExceptionGroupMatch _PyEval_FormatAwaitableError _PyEval_FormatExcCheckArg ' +
    '_PyEval_FormatExcUnbound _PyEval_FormatKwargsError _PyEval_FrameClearAndPop _PyEval_MatchClass ' +
    '_PyEval_MatchKeys _PyEval_MonitorRaise _PyEval_UnpackIterable _PyEvent_IsSet _PyEvent_Notify ' +
    '_PyExc_IncompleteInputError _PyFloat_ExactDealloc _PyFunction_SetVersion _PyInstructionSequence_New ' +
    '_PyInterpreterConfig_AsDict _PyInterpreterConfig_InitFromDict _PyInterpreterConfig_InitFromState ' +
    '_PyInterpreterConfig_UpdateFromDict _PyInterpreterState_FailIfRunningMain _PyInterpreterState_GetWhence ' +
    '_PyInterpreterState_IsReady _PyInterpreterState_LookUpIDObject _PyInterpreterState_New ' +
    '_PyInterpreterState_ObjectToID _PyIntrinsics_BinaryFunctions _PyIntrinsics_UnaryFunctions ' +
    '_PyList_AppendTakeRefListResize _PyList_FromArraySteal _PyLong_Add _PyLong_Multiply _PyLong_Subtract ' +
    '_PyMonitoring_FireBranchEvent _PyMonitoring_FireCRaiseEvent _PyMonitoring_FireCReturnEvent ' +
    '_PyMonitoring_FireCallEvent _PyMonitoring_FireExceptionHandledEvent _PyMonitoring_FireJumpEvent ' +
    '_PyMonitoring_FireLineEvent _PyMonitoring_FirePyResumeEvent _PyMonitoring_FirePyReturnEvent ' +
    '_PyMonitoring_FirePyStartEvent _PyMonitoring_FirePyThrowEvent _PyMonitoring_FirePyUnwindEvent ' +
    '_PyMonitoring_FirePyYieldEvent _PyMonitoring_FireRaiseEvent _PyMonitoring_FireReraiseEvent ' +
    '_PyMonitoring_FireStopIterationEvent _PyObject_SetManagedDict _PyOnceFlag_CallOnceSlow _PyParkingLot_AfterFork ' +
    '_PyParkingLot_Park _PyParkingLot_Unpark _PyParkingLot_UnparkAll _PyRWMutex_Lock _PyRWMutex_RLock ' +
    '_PyRWMutex_RUnlock _PyRWMutex_Unlock _PyRecursiveMutex_IsLockedByCurrentThread _PyRecursiveMutex_Lock ' +
    '_PyRecursiveMutex_Unlock _PySemaphore_Destroy _PySemaphore_Init _PySemaphore_Wait _PySemaphore_Wakeup ' +
    '_PySeqLock_AbandonWrite _PySeqLock_AfterFork _PySeqLock_BeginRead _PySeqLock_EndRead _PySeqLock_LockWrite ' +
    '_PySeqLock_UnlockWrite _PySet_Contains _PySet_NextEntryRef _PyStaticType_InitForExtension _PySuper_Lookup ' +
    '_PyThreadState_NewBound _PyThreadState_PopFrame _PyTime_AsLong _PyTime_FromLong _PyTime_MonotonicWithInfo ' +
    '_PyTuple_FromArraySteal _PyType_GetModuleByDef2 _PyType_LookupRef _PyUnicode_AsUTF8NoNUL ' +
    '_PyUnicode_ExactDealloc _PyUnicode_InternImmortal _PyUnicode_InternInPlace _PyUnicode_InternMortal ' +
    '_PyUnion_Type _PyWeakref_IsDead _PyXI_ApplyCapturedException _PyXI_ApplyError _PyXI_ApplyNamespace ' +
    '_PyXI_ClearExcInfo _PyXI_EndInterpreter _PyXI_Enter _PyXI_ExcInfoAsObject _PyXI_Exit ' +
    '_PyXI_FillNamespaceFromDict _PyXI_FormatExcInfo _PyXI_FreeNamespace _PyXI_HasCapturedException ' +
    '_PyXI_InitExcInfo _PyXI_NamespaceFromNames _PyXI_NewInterpreter _Py_HandlePending _Py_IsValidFD _Py_MakeCoro ' +
    '_Py_ResurrectReference _Py_SetRefcnt _Py_union_type_or',
  '10 11':
    '_PyStructSequence_InitType',
  '10 11 12':
    '_PyDict_ContainsId _PyDict_Contains_KnownHash _PyRun_AnyFileObject _PyRun_InteractiveLoopObject ' +
    '_PyRun_SimpleFileObject _PyThread_CurrentExceptions _PyTrash_cond _PyUnicode_WideCharString_Converter ' +
    '_PyUnicode_WideCharString_Opt_Converter _Py_DumpExtensionModules _Py_FdIsInteractive _Py_GetLocaleEncoding ' +
    '_Py_GetLocaleEncodingObject',
  '10 11 12 13':
    'PyAIter_Check PyCodec_Unregister PyDescr_IsData PyErr_RangedSyntaxLocationObject PyErr_SetInterruptEx ' +
    'PyExc_EncodingWarning PyGC_Disable PyGC_Enable PyGC_IsEnabled PyIter_Send PyModule_AddObjectRef ' +
    'PyObject_GetAIter Py_Is Py_IsFalse Py_IsNone Py_IsTrue Py_NewRef Py_XNewRef _PyAST_Compile ' +
    '_PyArena_AddPyObject _PyArena_Free _PyArena_Malloc _PyArena_New _PyConfig_AsDict _PyConfig_FromDict ' +
    '_PyErr_ProgramDecodedTextObject _PyImport_GetModuleAttr _PyImport_GetModuleAttrString ' +
    '_PyInterpreterState_GetConfigCopy _PyInterpreterState_SetConfig _PyLong_FileDescriptor_Converter ' +
    '_PyNumber_Index _Py_DecRef _Py_IncRef _Py_UTF8_Edit_Cost _Py_closerange',
  '11 12':
    '_PyCode_New _PyCode_Validate _PyDict_GetItemWithError _PyErr_GetHandledException _PyErr_SetHandledException ' +
    '_PyErr_StackItemToExcInfoTuple _PyModule_Add _PyObject_FastCall _PyObject_LookupSpecialId _PyTime_Add ' +
    '_PyTime_AsNanoseconds _PyTraceBack_Print_Indented _Py_WriteIndent _Py_WriteIndentedMargin',
  '11 12 13':
    'PyCode_Addr2Location PyCode_GetCellvars PyCode_GetCode PyCode_GetFreevars PyCode_GetVarnames ' +
    'PyErr_GetHandledException PyErr_SetHandledException PyExc_BaseExceptionGroup PyFloat_Pack2 PyFloat_Pack4 ' +
    'PyFloat_Pack8 PyFloat_Unpack2 PyFloat_Unpack4 PyFloat_Unpack8 PyFrame_GetBuiltins PyFrame_GetGenerator ' +
    'PyFrame_GetGlobals PyFrame_GetLasti PyFrame_GetLocals PyInit__tokenize PyObject_CallOneArg PyObject_Vectorcall ' +
    'PyThreadState_EnterTracing PyThreadState_LeaveTracing PyType_GetModuleByDef PyType_GetName PyType_GetQualName ' +
    'PyType_SUPPORTS_WEAKREFS PyVectorcall_Function Py_GETENV Py_Version _PyArg_UnpackKeywordsWithVararg ' +
    '_PyBytes_Find _PyBytes_Repeat _PyBytes_ReverseFind _PyDeadline_Get _PyDeadline_Init _PyEval_GetBuiltin ' +
    '_PyFrame_IsEntryFrame _PyImport_FrozenBootstrap _PyImport_FrozenStdlib _PyImport_FrozenTest ' +
    '_PyObject_CallMethod _PyObject_GetState _PyStructSequence_NewType _PySys_GetAttr _PyTime_AsTimespec_clamp ' +
    '_PyTime_AsTimeval_clamp _PyUnicode_Equal _Py_FatalRefcountErrorFunc _Py_Get_Getpath_CodeObject ' +
    '_Py_UniversalNewlineFgetsWithSize _Py_normpath',
  '12 13':
    'PyCode_AddWatcher PyCode_ClearWatcher PyDict_AddWatcher PyDict_ClearWatcher PyDict_Unwatch PyDict_Watch ' +
    'PyErr_DisplayException PyErr_GetRaisedException PyErr_SetRaisedException PyEval_SetProfileAllThreads ' +
    'PyEval_SetTraceAllThreads PyException_GetArgs PyException_SetArgs PyFrame_GetVar PyFrame_GetVarString ' +
    'PyFunction_AddWatcher PyFunction_ClearWatcher PyFunction_SetVectorcall PyGen_GetCode PyInit__typing ' +
    'PyObject_GetItemData PyObject_GetTypeData PyType_AddWatcher PyType_ClearWatcher PyType_FromMetaclass ' +
    'PyType_GetDict PyType_GetTypeDataSize PyType_Unwatch PyType_Watch PyUnstable_Code_GetExtra PyUnstable_Code_New ' +
    'PyUnstable_Code_NewWithPosOnlyArgs PyUnstable_Code_SetExtra PyUnstable_Eval_RequestCodeExtraIndex ' +
    'PyUnstable_Exc_PrepReraiseStar PyUnstable_GC_VisitObjects PyUnstable_InterpreterFrame_GetCode ' +
    'PyUnstable_InterpreterFrame_GetLasti PyUnstable_InterpreterFrame_GetLine PyUnstable_Long_CompactValue ' +
    'PyUnstable_Long_IsCompact PyUnstable_Object_GC_NewWithExtraData PyUnstable_PerfMapState_Fini ' +
    'PyUnstable_PerfMapState_Init PyUnstable_Type_AssignVersionTag PyUnstable_WritePerfMapEntry PyVectorcall_NARGS ' +
    'Py_NewInterpreterFromConfig _PyCompile_Assemble _PyCompile_CodeGen _PyCompile_OptimizeCfg ' +
    '_PyCrossInterpreterData_Clear _PyCrossInterpreterData_Init _PyCrossInterpreterData_InitWithSize ' +
    '_PyCrossInterpreterData_ReleaseAndRawFree _PyCrossInterpreterData_UnregisterClass _PyErr_ChainExceptions1 ' +
    '_PyErr_SetFromPyStatus _PyEval_MakePendingCalls _PyImport_ClearExtension _PyInterpreterState_IsRunningMain ' +
    '_PyInterpreterState_SetNotRunningMain _PyInterpreterState_SetRunningMain _PyLong_FromDigits ' +
    '_PyThreadState_GetCurrent _PyThreadState_New _PyToken_OneChar _PyToken_ThreeChars _PyToken_TwoChars ' +
    '_PyType_GetDict _Py_IsInterpreterFinalizing _Py_NewReferenceNoTotal _Py_hashtable_len _Py_trampoline_func_end ' +
    '_Py_trampoline_func_start',
  '7 8':
    'PyAST_Check PyAST_Compile PyAST_mod2obj PyAST_obj2mod PyAsyncGen_ClearFreeLists PyAsyncGen_Fini ' +
    'PyBufferedIOBase_Type PyBufferedRWPair_Type PyBufferedRandom_Type PyBufferedReader_Type PyBufferedWriter_Type ' +
    'PyBytesIO_Type PyBytes_Fini PyCFunction_ClearFreeList PyCFunction_Fini PyCompileString ' +
    'PyContextTokenMissing_Type PyContext_ClearFreeList PyDict_ClearFreeList PyDict_Fini PyErr_Warn PyFPE_counter ' +
    'PyFPE_dummy PyFPE_jbuf PyFileIO_Type PyFloat_ClearFreeList PyFloat_Fini PyFrame_ClearFreeList PyFrame_Fini ' +
    'PyGen_NeedsFinalizing PyGrammar_AddAccelerators PyGrammar_FindDFA PyGrammar_LabelRepr ' +
    'PyGrammar_RemoveAccelerators PyIOBase_Type PyImport_Cleanup PyIncrementalNewlineDecoder_Type ' +
    'PyList_ClearFreeList PyList_Fini PyLong_Fini PyMethod_ClearFreeList PyMethod_Fini PyModule_GetWarningsModule ' +
    'PyNumber_AsOff_t PyNumber_InMatrixMultiply PyOS_FiniInterrupts PyOS_StdioReadline PyParser_AddToken ' +
    'PyParser_Delete PyParser_New PyRawIOBase_Type PySet_ClearFreeList PySet_Fini PySlice_Fini PyStringIO_Type ' +
    'PyTextIOBase_Type PyTextIOWrapper_Type PyTokenizer_FindEncoding PyTokenizer_FindEncodingFilename ' +
    'PyTokenizer_Free PyTokenizer_FromFile PyTokenizer_FromString PyTokenizer_FromUTF8 PyTokenizer_Get ' +
    'PyTuple_ClearFreeList PyTuple_Fini PyUnicode_ClearFreeList _PyAST_ExprAsUnicode _PyArg_Fini ' +
    '_PyAsyncGenValueWrapperNew _PyBuiltin_Init _PyCFunction_DebugMallocStats _PyCFunction_FastCallDict ' +
    '_PyContext_Fini _PyContext_Init _PyDictKeys_DecRef _PyDict_FromKeys _PyDict_KeysSize _PyDict_NewKeysForClass ' +
    '_PyDict_Pop_KnownHash _PyErr_WarnUnawaitedCoroutine _PyEval_FiniThreads _PyEval_Initialize _PyExc_Fini ' +
    '_PyExc_Init _PyFaulthandler_Fini _PyFaulthandler_Init _PyFileIO_closed _PyFloat_Init _PyFrame_New_NoTrack ' +
    '_PyFunction_FastCallDict _PyGC_Dump _PyGC_DumpShutdownStats _PyGC_Fini _PyGC_Initialize _PyGILState_Fini ' +
    '_PyGILState_Init _PyHamt_Assoc _PyHamt_Eq _PyHamt_Find _PyHamt_Fini _PyHamt_Init _PyHamt_Len _PyHamt_New ' +
    '_PyHamt_NewIterItems _PyHamt_NewIterKeys _PyHamt_NewIterValues _PyHamt_Without _PyHash_Fini ' +
    '_PyIOBase_check_closed _PyIOBase_check_readable _PyIOBase_check_seekable _PyIOBase_check_writable ' +
    '_PyIOBase_finalize _PyIO_Module _PyIO_empty_bytes _PyIO_empty_str _PyIO_find_line_ending ' +
    '_PyIO_get_locale_module _PyIO_get_module_state _PyIO_str_close _PyIO_str_closed _PyIO_str_decode ' +
    '_PyIO_str_encode _PyIO_str_fileno _PyIO_str_flush _PyIO_str_getstate _PyIO_str_isatty _PyIO_str_newlines ' +
    '_PyIO_str_nl _PyIO_str_peek _PyIO_str_read _PyIO_str_read1 _PyIO_str_readable _PyIO_str_readall ' +
    '_PyIO_str_readinto _PyIO_str_readline _PyIO_str_reset _PyIO_str_seek _PyIO_str_seekable _PyIO_str_setstate ' +
    '_PyIO_str_tell _PyIO_str_truncate _PyIO_str_writable _PyIO_str_write _PyIO_trap_eintr _PyImportHooks_Init ' +
    '_PyImportZip_Init _PyImport_AddModuleObject _PyImport_DynLoadFiletab _PyImport_FindBuiltin ' +
    '_PyImport_FindExtensionObjectEx _PyImport_FindSharedFuncptr _PyImport_Fini _PyImport_Fini2 _PyImport_Init ' +
    '_PyImport_Inittab _PyImport_LoadDynamicModuleWithSpec _PyImport_ReInitLock _PyIncrementalNewlineDecoder_decode ' +
    '_PyLong_Init _PyMem_DumpTraceback _PyMethodDef_RawFastCallDict _PyMethodDef_RawFastCallKeywords ' +
    '_PyMethod_DebugMallocStats _PyOS_GetOpt _PyOS_ResetGetOpt _PyOS_mystrnicmp_hack _PyOS_optarg _PyOS_opterr ' +
    '_PyOS_optind _PyObjectDict_SetItem _PyObject_FastCallDict _PyObject_FastCall_Prepend _PyPathConfig_Calculate ' +
    '_PyStack_UnpackDict _PyState_ClearModules _PyStructSequence_Init _PySys_ImplCacheTag _PySys_ImplName ' +
    '_PyTraceMalloc_Fini _PyType_Fini _PyUnicode_AsKind _PyUnicode_ClearStaticStrings ' +
    '_PyUnicode_DecodeUnicodeEscape _PyUnicode_ExtendedCase _PyUnicode_Fini _PyUnicode_Init _PyUnicode_TypeRecords ' +
    '_Py_AnnAssign _Py_Assert _Py_Assign _Py_AsyncFor _Py_AsyncFunctionDef _Py_AsyncWith _Py_Attribute ' +
    '_Py_AugAssign _Py_Await _Py_BinOp _Py_BoolOp _Py_Break _Py_Call _Py_ClassDef _Py_Compare _Py_Constant ' +
    '_Py_Continue _Py_Delete _Py_Dict _Py_DictComp _Py_ExceptHandler _Py_Expr _Py_Expression _Py_ExtSlice ' +
    '_Py_FindEnvConfigValue _Py_For _Py_FormattedValue _Py_FunctionDef _Py_GeneratorExp _Py_Global ' +
    '_Py_HashRandomization_Fini _Py_HashRandomization_Init _Py_If _Py_IfExp _Py_Import _Py_ImportFrom _Py_Index ' +
    '_Py_Interactive _Py_JoinedStr _Py_KeyedHash _Py_Lambda _Py_List _Py_ListComp _Py_Module _Py_Name _Py_Nonlocal ' +
    '_Py_Pass _Py_Raise _Py_Return _Py_Set _Py_SetComp _Py_Slice _Py_Starred _Py_Subscript _Py_Suite _Py_Try ' +
    '_Py_Tuple _Py_UnaryOp _Py_While _Py_With _Py_Yield _Py_YieldFrom _Py_abstract_hack _Py_alias _Py_arg ' +
    '_Py_arguments _Py_asdl_int_seq_new _Py_asdl_seq_new _Py_bytes_capitalize _Py_bytes_contains _Py_bytes_count ' +
    '_Py_bytes_endswith _Py_bytes_find _Py_bytes_index _Py_bytes_isalnum _Py_bytes_isalpha _Py_bytes_isascii ' +
    '_Py_bytes_isdigit _Py_bytes_islower _Py_bytes_isspace _Py_bytes_istitle _Py_bytes_isupper _Py_bytes_lower ' +
    '_Py_bytes_maketrans _Py_bytes_rfind _Py_bytes_rindex _Py_bytes_startswith _Py_bytes_swapcase _Py_bytes_title ' +
    '_Py_bytes_upper _Py_capitalize__doc__ _Py_comprehension _Py_count__doc__ _Py_endswith__doc__ _Py_find__doc__ ' +
    '_Py_global_config_int_max_str_digits _Py_hashtable_copy _Py_hashtable_get_entry _Py_hashtable_pop ' +
    '_Py_index__doc__ _Py_isalnum__doc__ _Py_isalpha__doc__ _Py_isascii__doc__ _Py_isdigit__doc__ ' +
    '_Py_islower__doc__ _Py_isspace__doc__ _Py_istitle__doc__ _Py_isupper__doc__ _Py_keyword _Py_lower__doc__ ' +
    '_Py_maketrans__doc__ _Py_normalize_encoding _Py_open_cloexec_works _Py_rfind__doc__ _Py_rindex__doc__ ' +
    '_Py_startswith__doc__ _Py_swapcase__doc__ _Py_title__doc__ _Py_upper__doc__ _Py_withitem',
  '7 8 10 11 12 13':
    'PyCFunction_New',
  '7 8 11 12':
    '_Py_DumpASCII _Py_DumpDecimal _Py_DumpHexadecimal _Py_DumpTraceback _Py_DumpTracebackThreads',
  '7 8 11 12 13':
    'PyStructSequence_UnnamedField',
  '7 8 12':
    '_PyTraceMalloc_Init',
  '7 8 13':
    'PySignal_SetWakeupFd _PyCoro_GetAwaitableIter _PyDict_LoadGlobal _PyGen_yf',
  '7 8 9':
    'PyAST_CompileEx PyAST_CompileObject PyAST_FromNode PyAST_FromNodeObject PyAST_Validate PyArena_AddPyObject ' +
    'PyArena_Free PyArena_Malloc PyArena_New PyFuture_FromAST PyFuture_FromASTObject PyLong_FromUnicode ' +
    'PyNode_AddChild PyNode_Compile PyNode_Free PyNode_ListTree PyNode_New PyOS_InitInterrupts PyParser_ASTFromFile ' +
    'PyParser_ASTFromFileObject PyParser_ASTFromString PyParser_ASTFromStringObject PyParser_ClearError ' +
    'PyParser_ParseFile PyParser_ParseFileFlags PyParser_ParseFileFlagsEx PyParser_ParseFileObject ' +
    'PyParser_ParseString PyParser_ParseStringFlags PyParser_ParseStringFlagsFilename ' +
    'PyParser_ParseStringFlagsFilenameEx PyParser_ParseStringObject PyParser_SetError PyParser_SimpleParseFile ' +
    'PyParser_SimpleParseFileFlags PyParser_SimpleParseString PyParser_SimpleParseStringFlags ' +
    'PyParser_SimpleParseStringFlagsFilename PySTEntry_Type PyST_GetScope PySymtable_Build PySymtable_BuildObject ' +
    'PySymtable_Free PyUnicode_AsUnicodeCopy PyUnicode_GetMax Py_SymtableString Py_SymtableStringObject ' +
    'Py_UNICODE_strcat Py_UNICODE_strchr Py_UNICODE_strcmp Py_UNICODE_strcpy Py_UNICODE_strlen Py_UNICODE_strncmp ' +
    'Py_UNICODE_strncpy Py_UNICODE_strrchr _PyAST_Optimize _PyCodec_Forget _PyDict_Contains _PyDict_GetItemId ' +
    '_PyEval_EvalCodeWithName _PyGC_CollectIfEnabled _PyGC_CollectNoFail _PyGILState_Reinit _PyGen_Send ' +
    '_PyLong_FromNbInt _PyLong_One _PyLong_Zero _PyNode_SizeOf _PyObject_HasAttrId _PyParser_Grammar ' +
    '_PySignal_AfterFork _PyTime_Init _Py_CheckRecursionLimit _Py_Mangle _Py_PyAtExit _Py_fopen',
  '7 8 9 10':
    'PyFrame_BlockPop PyFrame_BlockSetup PyUnicodeEncodeError_Create PyUnicodeTranslateError_Create ' +
    'PyUnicode_Encode PyUnicode_EncodeASCII PyUnicode_EncodeCharmap PyUnicode_EncodeDecimal PyUnicode_EncodeLatin1 ' +
    'PyUnicode_EncodeRawUnicodeEscape PyUnicode_EncodeUTF16 PyUnicode_EncodeUTF32 PyUnicode_EncodeUTF7 ' +
    'PyUnicode_EncodeUTF8 PyUnicode_EncodeUnicodeEscape PyUnicode_TransformDecimalToASCII ' +
    'PyUnicode_TranslateCharmap _PyComplex_FormatAdvancedWriter _PyEval_CallTracing _PyEval_GetAsyncGenFinalizer ' +
    '_PyEval_GetAsyncGenFirstiter _PyEval_GetCoroutineOriginTrackingDepth _PyEval_SetAsyncGenFinalizer ' +
    '_PyEval_SetAsyncGenFirstiter _PyEval_SetCoroutineOriginTrackingDepth _PyFloat_Pack2 _PyFloat_Pack4 ' +
    '_PyFloat_Pack8 _PyFloat_Unpack2 _PyFloat_Unpack4 _PyFloat_Unpack8 _PyFrame_DebugMallocStats _PyHamtItems_Type ' +
    '_PyHamtKeys_Type _PyHamtValues_Type _PyHamt_ArrayNode_Type _PyHamt_BitmapNode_Type _PyHamt_CollisionNode_Type ' +
    '_PyHamt_Type _PyImport_FindExtensionObject _PyObject_GC_Calloc _PyObject_GC_Malloc _PySys_GetObjectId ' +
    '_PySys_SetObjectId _PyTime_AsTimeval_noraise _PyTrash_deposit_object _PyTrash_destroy_chain ' +
    '_Py_get_387controlword _Py_path_config _Py_set_387controlword',
  '7 8 9 10 11':
    'PyCode_New PyInit_xxsubtype PyToken_OneChar PyToken_ThreeChars PyToken_TwoChars PyUnicode_AsUnicode ' +
    'PyUnicode_AsUnicodeAndSize PyUnicode_FromUnicode _PyAccu_Accumulate _PyAccu_Destroy _PyAccu_Finish ' +
    '_PyAccu_FinishAsList _PyAccu_Init _PyBytesIOBuffer_Type _PyCode_GetExtra _PyCode_SetExtra ' +
    '_PyErr_TrySetFromCause _PyEval_RequestCodeExtraIndex _PyUnicode_AsUnicode _PyUnicode_Ready ' +
    '_Py_GetAllocatedBlocks _Py_PackageContext _Py_dg_infinity _Py_dg_stdnan',
  '7 8 9 10 11 12':
    'PySymtable_Lookup Py_SetStandardStreamEncoding _PyArg_ParseStackAndKeywords_SizeT _PyArg_ParseStack_SizeT ' +
    '_PyArg_ParseTupleAndKeywordsFast_SizeT _PyArg_UnpackStack _PyArg_VaParseTupleAndKeywordsFast ' +
    '_PyArg_VaParseTupleAndKeywordsFast_SizeT _PyAsyncGenAThrow_Type _PyAsyncGenWrappedValue_Type _PyBytes_FormatEx ' +
    '_PyBytes_FromHex _PyCodecInfo_GetIncrementalDecoder _PyCodecInfo_GetIncrementalEncoder _PyCodec_DecodeText ' +
    '_PyCodec_EncodeText _PyCodec_Lookup _PyCodec_LookupTextEncoding _PyCoroWrapper_Type _PyDebugAllocatorStats ' +
    '_PyDictView_Intersect _PyDictView_New _PyDict_DebugMallocStats _PyDict_DelItemId _PyDict_GetItemIdWithError ' +
    '_PyDict_HasOnlyStringKeys _PyDict_MaybeUntrack _PyDict_Next _PyDict_SetItemId _PyErr_ChainExceptions ' +
    '_PyErr_GetTopmostException _PyEval_GetBuiltinId _PyEval_GetSwitchInterval _PyEval_SetSwitchInterval ' +
    '_PyEval_SignalAsyncExc _PyEval_SignalReceived _PyFloat_DebugMallocStats _PyFloat_FormatAdvancedWriter ' +
    '_PyGILState_GetInterpreterStateUnsafe _PyGen_Finalize _PyImport_AcquireLock _PyImport_FixupBuiltin ' +
    '_PyImport_FixupExtensionObject _PyImport_GetModuleId _PyImport_IsInitialized _PyImport_ReleaseLock ' +
    '_PyImport_SetModuleString _PyInterpreterState_Enable _PyList_DebugMallocStats _PyLong_AsInt ' +
    '_PyLong_FormatAdvancedWriter _PyLong_FormatBytesWriter _PyLong_FormatWriter _PyLong_FromBytes _PyLong_FromUid ' +
    '_PyManagedBuffer_Type _PyMem_RawStrdup _PyMem_RawWcsdup _PyMem_SetDefaultAllocator _PyMem_SetupAllocators ' +
    '_PyMethodWrapper_Type _PyModule_Clear _PyModule_ClearDict _PyModule_CreateInitialized _PyNamespace_Type ' +
    '_PyOS_URandom _PyObject_CallMethodIdObjArgs _PyObject_CallMethodId_SizeT _PyObject_Call_Prepend ' +
    '_PyObject_DebugTypeStats _PyObject_HasLen _PyObject_IsAbstract _PyObject_LookupAttr _PyObject_LookupAttrId ' +
    '_PyObject_NextNotImplemented _PyObject_RealIsInstance _PyObject_RealIsSubclass _PyObject_SetAttrId ' +
    '_PyRuntimeState_Fini _PyRuntimeState_Init _PyRuntime_Finalize _PyRuntime_Initialize ' +
    '_PySequence_BytesToCharpArray _PySequence_IterSearch _PyThreadState_DeleteExcept _PyThreadState_UncheckedGet ' +
    '_PyTime_AsNanosecondsObject _PyTime_AsSecondsDouble _PyTime_FromNanoseconds _PyTime_FromNanosecondsObject ' +
    '_PyTime_FromTimespec _PyTime_FromTimeval _PyTime_GetMonotonicClock _PyTime_GetMonotonicClockWithInfo ' +
    '_PyTime_GetPerfCounter _PyTime_GetPerfCounterWithInfo _PyTime_GetSystemClock _PyTime_GetSystemClockWithInfo ' +
    '_PyTime_MulDiv _PyTuple_DebugMallocStats _PyTuple_MaybeUntrack _PyType_CalculateMetaclass ' +
    '_PyType_GetDocFromInternalDoc _PyType_GetTextSignatureFromInternalDoc _PyType_LookupId ' +
    '_PyUnicodeTranslateError_Create _PyUnicode_AsASCIIString _PyUnicode_AsLatin1String _PyUnicode_EQ ' +
    '_PyUnicode_EncodeCharmap _PyUnicode_EncodeUTF7 _PyUnicode_EqualToASCIIId _PyUnicode_FastCopyCharacters ' +
    '_PyUnicode_FastFill _PyUnicode_FindMaxChar _PyUnicode_FormatAdvancedWriter _PyUnicode_FormatLong ' +
    '_PyUnicode_FromASCII _PyUnicode_InsertThousandsGrouping _PyUnicode_IsCaseIgnorable _PyUnicode_IsCased ' +
    '_PyUnicode_IsXidContinue _PyUnicode_IsXidStart _PyUnicode_ToFoldedFull _PyUnicode_ToLowerFull ' +
    '_PyUnicode_ToTitleFull _PyUnicode_ToUpperFull _PyUnicode_XStrip _PyWeakref_GetWeakrefCount ' +
    '_Py_CoerceLegacyLocale _Py_EncodeLocaleRaw _Py_FreeCharPArray _Py_GetForceASCII _Py_GetLocaleconvNumeric ' +
    '_Py_HashPointer _Py_IsCoreInitialized _Py_IsFinalizing _Py_LegacyLocaleDetected _Py_ResetForceASCII ' +
    '_Py_SetProgramFullPath _Py_VaBuildStack _Py_VaBuildStack_SizeT _Py_add_one_to_index_C _Py_add_one_to_index_F ' +
    '_Py_device_encoding _Py_dg_dtoa _Py_dg_freedtoa _Py_dg_strtod _Py_get_blocking _Py_get_inheritable ' +
    '_Py_gitidentifier _Py_gitversion _Py_parse_inf_or_nan _Py_read _Py_set_blocking _Py_strhex_bytes ' +
    '_Py_string_to_number_with_underscores _Py_wfopen _Py_wgetcwd _Py_wreadlink _Py_wrealpath',
  '7 8 9 10 11 12 13':
    'PyArg_Parse PyArg_ParseTuple PyArg_ParseTupleAndKeywords PyArg_UnpackTuple PyArg_VaParse ' +
    'PyArg_VaParseTupleAndKeywords PyArg_ValidateKeywordArguments PyAsyncGen_New PyAsyncGen_Type PyBaseObject_Type ' +
    'PyBool_FromLong PyBool_Type PyBuffer_FillContiguousStrides PyBuffer_FillInfo PyBuffer_FromContiguous ' +
    'PyBuffer_GetPointer PyBuffer_IsContiguous PyBuffer_Release PyBuffer_ToContiguous PyByteArrayIter_Type ' +
    'PyByteArray_AsString PyByteArray_Concat PyByteArray_FromObject PyByteArray_FromStringAndSize ' +
    'PyByteArray_Resize PyByteArray_Size PyByteArray_Type PyBytesIter_Type PyBytes_AsString PyBytes_AsStringAndSize ' +
    'PyBytes_Concat PyBytes_ConcatAndDel PyBytes_DecodeEscape PyBytes_FromFormat PyBytes_FromFormatV ' +
    'PyBytes_FromObject PyBytes_FromString PyBytes_FromStringAndSize PyBytes_Repr PyBytes_Size PyBytes_Type ' +
    'PyCFunction_Call PyCFunction_GetFlags PyCFunction_GetFunction PyCFunction_GetSelf PyCFunction_NewEx ' +
    'PyCFunction_Type PyCallIter_New PyCallIter_Type PyCallable_Check PyCapsule_GetContext PyCapsule_GetDestructor ' +
    'PyCapsule_GetName PyCapsule_GetPointer PyCapsule_Import PyCapsule_IsValid PyCapsule_New PyCapsule_SetContext ' +
    'PyCapsule_SetDestructor PyCapsule_SetName PyCapsule_SetPointer PyCapsule_Type PyCell_Get PyCell_New PyCell_Set ' +
    'PyCell_Type PyClassMethodDescr_Type PyClassMethod_New PyClassMethod_Type PyCode_Addr2Line PyCode_NewEmpty ' +
    'PyCode_Optimize PyCode_Type PyCodec_BackslashReplaceErrors PyCodec_Decode PyCodec_Decoder PyCodec_Encode ' +
    'PyCodec_Encoder PyCodec_IgnoreErrors PyCodec_IncrementalDecoder PyCodec_IncrementalEncoder ' +
    'PyCodec_KnownEncoding PyCodec_LookupError PyCodec_NameReplaceErrors PyCodec_Register PyCodec_RegisterError ' +
    'PyCodec_ReplaceErrors PyCodec_StreamReader PyCodec_StreamWriter PyCodec_StrictErrors ' +
    'PyCodec_XMLCharRefReplaceErrors PyCompile_OpcodeStackEffect PyComplex_AsCComplex PyComplex_FromCComplex ' +
    'PyComplex_FromDoubles PyComplex_ImagAsDouble PyComplex_RealAsDouble PyComplex_Type PyContextToken_Type ' +
    'PyContextVar_Get PyContextVar_New PyContextVar_Reset PyContextVar_Set PyContextVar_Type PyContext_Copy ' +
    'PyContext_CopyCurrent PyContext_Enter PyContext_Exit PyContext_New PyContext_Type PyCoro_New PyCoro_Type ' +
    'PyDescr_NewClassMethod PyDescr_NewGetSet PyDescr_NewMember PyDescr_NewMethod PyDescr_NewWrapper ' +
    'PyDictItems_Type PyDictIterItem_Type PyDictIterKey_Type PyDictIterValue_Type PyDictKeys_Type PyDictProxy_New ' +
    'PyDictProxy_Type PyDictValues_Type PyDict_Clear PyDict_Contains PyDict_Copy PyDict_DelItem ' +
    'PyDict_DelItemString PyDict_GetItem PyDict_GetItemString PyDict_GetItemWithError PyDict_Items PyDict_Keys ' +
    'PyDict_Merge PyDict_MergeFromSeq2 PyDict_New PyDict_Next PyDict_SetDefault PyDict_SetItem PyDict_SetItemString ' +
    'PyDict_Size PyDict_Type PyDict_Update PyDict_Values PyEllipsis_Type PyEnum_Type PyErr_BadArgument ' +
    'PyErr_BadInternalCall PyErr_CheckSignals PyErr_Clear PyErr_Display PyErr_ExceptionMatches PyErr_Fetch ' +
    'PyErr_Format PyErr_FormatV PyErr_GetExcInfo PyErr_GivenExceptionMatches PyErr_NewException ' +
    'PyErr_NewExceptionWithDoc PyErr_NoMemory PyErr_NormalizeException PyErr_Occurred PyErr_Print PyErr_PrintEx ' +
    'PyErr_ProgramText PyErr_ProgramTextObject PyErr_ResourceWarning PyErr_Restore PyErr_SetExcInfo ' +
    'PyErr_SetFromErrno PyErr_SetFromErrnoWithFilename PyErr_SetFromErrnoWithFilenameObject ' +
    'PyErr_SetFromErrnoWithFilenameObjects PyErr_SetImportError PyErr_SetImportErrorSubclass PyErr_SetInterrupt ' +
    'PyErr_SetNone PyErr_SetObject PyErr_SetString PyErr_SyntaxLocation PyErr_SyntaxLocationEx ' +
    'PyErr_SyntaxLocationObject PyErr_WarnEx PyErr_WarnExplicit PyErr_WarnExplicitFormat PyErr_WarnExplicitObject ' +
    'PyErr_WarnFormat PyErr_WriteUnraisable PyEval_AcquireLock PyEval_AcquireThread PyEval_CallFunction ' +
    'PyEval_CallMethod PyEval_CallObjectWithKeywords PyEval_EvalCode PyEval_EvalCodeEx PyEval_EvalFrame ' +
    'PyEval_EvalFrameEx PyEval_GetBuiltins PyEval_GetFrame PyEval_GetFuncDesc PyEval_GetFuncName PyEval_GetGlobals ' +
    'PyEval_GetLocals PyEval_InitThreads PyEval_MergeCompilerFlags PyEval_ReleaseLock PyEval_ReleaseThread ' +
    'PyEval_RestoreThread PyEval_SaveThread PyEval_SetProfile PyEval_SetTrace PyEval_ThreadsInitialized ' +
    'PyExc_ArithmeticError PyExc_AssertionError PyExc_AttributeError PyExc_BaseException PyExc_BlockingIOError ' +
    'PyExc_BrokenPipeError PyExc_BufferError PyExc_BytesWarning PyExc_ChildProcessError ' +
    'PyExc_ConnectionAbortedError PyExc_ConnectionError PyExc_ConnectionRefusedError PyExc_ConnectionResetError ' +
    'PyExc_DeprecationWarning PyExc_EOFError PyExc_EnvironmentError PyExc_Exception PyExc_FileExistsError ' +
    'PyExc_FileNotFoundError PyExc_FloatingPointError PyExc_FutureWarning PyExc_GeneratorExit PyExc_IOError ' +
    'PyExc_ImportError PyExc_ImportWarning PyExc_IndentationError PyExc_IndexError PyExc_InterruptedError ' +
    'PyExc_IsADirectoryError PyExc_KeyError PyExc_KeyboardInterrupt PyExc_LookupError PyExc_MemoryError ' +
    'PyExc_ModuleNotFoundError PyExc_NameError PyExc_NotADirectoryError PyExc_NotImplementedError PyExc_OSError ' +
    'PyExc_OverflowError PyExc_PendingDeprecationWarning PyExc_PermissionError PyExc_ProcessLookupError ' +
    'PyExc_RecursionError PyExc_ReferenceError PyExc_ResourceWarning PyExc_RuntimeError PyExc_RuntimeWarning ' +
    'PyExc_StopAsyncIteration PyExc_StopIteration PyExc_SyntaxError PyExc_SyntaxWarning PyExc_SystemError ' +
    'PyExc_SystemExit PyExc_TabError PyExc_TimeoutError PyExc_TypeError PyExc_UnboundLocalError ' +
    'PyExc_UnicodeDecodeError PyExc_UnicodeEncodeError PyExc_UnicodeError PyExc_UnicodeTranslateError ' +
    'PyExc_UnicodeWarning PyExc_UserWarning PyExc_ValueError PyExc_Warning PyExc_ZeroDivisionError ' +
    'PyException_GetCause PyException_GetContext PyException_GetTraceback PyException_SetCause ' +
    'PyException_SetContext PyException_SetTraceback PyFile_FromFd PyFile_GetLine PyFile_NewStdPrinter ' +
    'PyFile_WriteObject PyFile_WriteString PyFilter_Type PyFloat_AsDouble PyFloat_FromDouble PyFloat_FromString ' +
    'PyFloat_GetInfo PyFloat_GetMax PyFloat_GetMin PyFloat_Type PyFrame_FastToLocals PyFrame_FastToLocalsWithError ' +
    'PyFrame_GetLineNumber PyFrame_LocalsToFast PyFrame_New PyFrame_Type PyFrozenSet_New PyFrozenSet_Type ' +
    'PyFunction_GetAnnotations PyFunction_GetClosure PyFunction_GetCode PyFunction_GetDefaults ' +
    'PyFunction_GetGlobals PyFunction_GetKwDefaults PyFunction_GetModule PyFunction_New PyFunction_NewWithQualName ' +
    'PyFunction_SetAnnotations PyFunction_SetClosure PyFunction_SetDefaults PyFunction_SetKwDefaults ' +
    'PyFunction_Type PyGC_Collect PyGILState_Check PyGILState_Ensure PyGILState_GetThisThreadState ' +
    'PyGILState_Release PyGen_New PyGen_NewWithQualName PyGen_Type PyGetSetDescr_Type PyHash_GetFuncDef ' +
    'PyImport_AddModule PyImport_AddModuleObject PyImport_AppendInittab PyImport_ExecCodeModule ' +
    'PyImport_ExecCodeModuleEx PyImport_ExecCodeModuleObject PyImport_ExecCodeModuleWithPathnames ' +
    'PyImport_ExtendInittab PyImport_FrozenModules PyImport_GetImporter PyImport_GetMagicNumber ' +
    'PyImport_GetMagicTag PyImport_GetModule PyImport_GetModuleDict PyImport_Import PyImport_ImportFrozenModule ' +
    'PyImport_ImportFrozenModuleObject PyImport_ImportModule PyImport_ImportModuleLevel ' +
    'PyImport_ImportModuleLevelObject PyImport_ImportModuleNoBlock PyImport_Inittab PyImport_ReloadModule ' +
    'PyInit__abc PyInit__ast PyInit__codecs PyInit__collections PyInit__functools PyInit__imp PyInit__io ' +
    'PyInit__locale PyInit__operator PyInit__signal PyInit__sre PyInit__stat PyInit__string PyInit__symtable ' +
    'PyInit__thread PyInit__tracemalloc PyInit__weakref PyInit_atexit PyInit_errno PyInit_faulthandler PyInit_gc ' +
    'PyInit_itertools PyInit_posix PyInit_pwd PyInit_time PyInstanceMethod_Function PyInstanceMethod_New ' +
    'PyInstanceMethod_Type PyInterpreterState_Clear PyInterpreterState_Delete PyInterpreterState_GetID ' +
    'PyInterpreterState_Head PyInterpreterState_Main PyInterpreterState_New PyInterpreterState_Next ' +
    'PyInterpreterState_ThreadHead PyIter_Next PyListIter_Type PyListRevIter_Type PyList_Append PyList_AsTuple ' +
    'PyList_GetItem PyList_GetSlice PyList_Insert PyList_New PyList_Reverse PyList_SetItem PyList_SetSlice ' +
    'PyList_Size PyList_Sort PyList_Type PyLongRangeIter_Type PyLong_AsDouble PyLong_AsLong ' +
    'PyLong_AsLongAndOverflow PyLong_AsLongLong PyLong_AsLongLongAndOverflow PyLong_AsSize_t PyLong_AsSsize_t ' +
    'PyLong_AsUnsignedLong PyLong_AsUnsignedLongLong PyLong_AsUnsignedLongLongMask PyLong_AsUnsignedLongMask ' +
    'PyLong_AsVoidPtr PyLong_FromDouble PyLong_FromLong PyLong_FromLongLong PyLong_FromSize_t PyLong_FromSsize_t ' +
    'PyLong_FromString PyLong_FromUnicodeObject PyLong_FromUnsignedLong PyLong_FromUnsignedLongLong ' +
    'PyLong_FromVoidPtr PyLong_GetInfo PyLong_Type PyMap_Type PyMapping_Check PyMapping_GetItemString ' +
    'PyMapping_HasKey PyMapping_HasKeyString PyMapping_Items PyMapping_Keys PyMapping_Length ' +
    'PyMapping_SetItemString PyMapping_Size PyMapping_Values PyMarshal_Init PyMarshal_ReadLastObjectFromFile ' +
    'PyMarshal_ReadLongFromFile PyMarshal_ReadObjectFromFile PyMarshal_ReadObjectFromString ' +
    'PyMarshal_ReadShortFromFile PyMarshal_WriteLongToFile PyMarshal_WriteObjectToFile ' +
    'PyMarshal_WriteObjectToString PyMem_Calloc PyMem_Free PyMem_GetAllocator PyMem_Malloc PyMem_RawCalloc ' +
    'PyMem_RawFree PyMem_RawMalloc PyMem_RawRealloc PyMem_Realloc PyMem_SetAllocator PyMem_SetupDebugHooks ' +
    'PyMemberDescr_Type PyMember_GetOne PyMember_SetOne PyMemoryView_FromBuffer PyMemoryView_FromMemory ' +
    'PyMemoryView_FromObject PyMemoryView_GetContiguous PyMemoryView_Type PyMethodDescr_Type PyMethod_Function ' +
    'PyMethod_New PyMethod_Self PyMethod_Type PyModuleDef_Init PyModuleDef_Type PyModule_AddFunctions ' +
    'PyModule_AddIntConstant PyModule_AddObject PyModule_AddStringConstant PyModule_Create2 PyModule_ExecDef ' +
    'PyModule_FromDefAndSpec2 PyModule_GetDef PyModule_GetDict PyModule_GetFilename PyModule_GetFilenameObject ' +
    'PyModule_GetName PyModule_GetNameObject PyModule_GetState PyModule_New PyModule_NewObject ' +
    'PyModule_SetDocString PyModule_Type PyNumber_Absolute PyNumber_Add PyNumber_And PyNumber_AsSsize_t ' +
    'PyNumber_Check PyNumber_Divmod PyNumber_Float PyNumber_FloorDivide PyNumber_InPlaceAdd PyNumber_InPlaceAnd ' +
    'PyNumber_InPlaceFloorDivide PyNumber_InPlaceLshift PyNumber_InPlaceMatrixMultiply PyNumber_InPlaceMultiply ' +
    'PyNumber_InPlaceOr PyNumber_InPlacePower PyNumber_InPlaceRemainder PyNumber_InPlaceRshift ' +
    'PyNumber_InPlaceSubtract PyNumber_InPlaceTrueDivide PyNumber_InPlaceXor PyNumber_Index PyNumber_Invert ' +
    'PyNumber_Long PyNumber_Lshift PyNumber_MatrixMultiply PyNumber_Multiply PyNumber_Negative PyNumber_Or ' +
    'PyNumber_Positive PyNumber_Power PyNumber_Remainder PyNumber_Rshift PyNumber_Subtract PyNumber_ToBase ' +
    'PyNumber_TrueDivide PyNumber_Xor PyODictItems_Type PyODictIter_Type PyODictKeys_Type PyODictValues_Type ' +
    'PyODict_DelItem PyODict_New PyODict_SetItem PyODict_Type PyOS_AfterFork PyOS_AfterFork_Child ' +
    'PyOS_AfterFork_Parent PyOS_BeforeFork PyOS_FSPath PyOS_InputHook PyOS_InterruptOccurred PyOS_Readline ' +
    'PyOS_ReadlineFunctionPointer PyOS_double_to_string PyOS_getsig PyOS_mystricmp PyOS_mystrnicmp PyOS_setsig ' +
    'PyOS_snprintf PyOS_string_to_double PyOS_strtol PyOS_strtoul PyOS_vsnprintf PyObject_ASCII ' +
    'PyObject_AsCharBuffer PyObject_AsFileDescriptor PyObject_AsReadBuffer PyObject_AsWriteBuffer PyObject_Bytes ' +
    'PyObject_Call PyObject_CallFinalizer PyObject_CallFinalizerFromDealloc PyObject_CallFunction ' +
    'PyObject_CallFunctionObjArgs PyObject_CallMethod PyObject_CallMethodObjArgs PyObject_CallObject ' +
    'PyObject_Calloc PyObject_CheckReadBuffer PyObject_ClearWeakRefs PyObject_CopyData PyObject_DelItem ' +
    'PyObject_DelItemString PyObject_Dir PyObject_Format PyObject_Free PyObject_GC_Del PyObject_GC_Track ' +
    'PyObject_GC_UnTrack PyObject_GenericGetAttr PyObject_GenericGetDict PyObject_GenericSetAttr ' +
    'PyObject_GenericSetDict PyObject_GetArenaAllocator PyObject_GetAttr PyObject_GetAttrString PyObject_GetBuffer ' +
    'PyObject_GetItem PyObject_GetIter PyObject_HasAttr PyObject_HasAttrString PyObject_Hash ' +
    'PyObject_HashNotImplemented PyObject_Init PyObject_InitVar PyObject_IsInstance PyObject_IsSubclass ' +
    'PyObject_IsTrue PyObject_Length PyObject_LengthHint PyObject_Malloc PyObject_Not PyObject_Print ' +
    'PyObject_Realloc PyObject_Repr PyObject_RichCompare PyObject_RichCompareBool PyObject_SelfIter ' +
    'PyObject_SetArenaAllocator PyObject_SetAttr PyObject_SetAttrString PyObject_SetItem PyObject_Size PyObject_Str ' +
    'PyObject_Type PyProperty_Type PyRangeIter_Type PyRange_Type PyReversed_Type PyRun_AnyFile PyRun_AnyFileEx ' +
    'PyRun_AnyFileExFlags PyRun_AnyFileFlags PyRun_File PyRun_FileEx PyRun_FileExFlags PyRun_FileFlags ' +
    'PyRun_InteractiveLoop PyRun_InteractiveLoopFlags PyRun_InteractiveOne PyRun_InteractiveOneFlags ' +
    'PyRun_InteractiveOneObject PyRun_SimpleFile PyRun_SimpleFileEx PyRun_SimpleFileExFlags PyRun_SimpleString ' +
    'PyRun_SimpleStringFlags PyRun_String PyRun_StringFlags PySeqIter_New PySeqIter_Type PySequence_Check ' +
    'PySequence_Concat PySequence_Contains PySequence_Count PySequence_DelItem PySequence_DelSlice PySequence_Fast ' +
    'PySequence_GetItem PySequence_GetSlice PySequence_In PySequence_InPlaceConcat PySequence_InPlaceRepeat ' +
    'PySequence_Index PySequence_Length PySequence_List PySequence_Repeat PySequence_SetItem PySequence_SetSlice ' +
    'PySequence_Size PySequence_Tuple PySetIter_Type PySet_Add PySet_Clear PySet_Contains PySet_Discard PySet_New ' +
    'PySet_Pop PySet_Size PySet_Type PySlice_AdjustIndices PySlice_GetIndices PySlice_GetIndicesEx PySlice_New ' +
    'PySlice_Type PySlice_Unpack PyState_AddModule PyState_FindModule PyState_RemoveModule PyStaticMethod_New ' +
    'PyStaticMethod_Type PyStdPrinter_Type PyStructSequence_GetItem PyStructSequence_InitType ' +
    'PyStructSequence_InitType2 PyStructSequence_New PyStructSequence_NewType PyStructSequence_SetItem PySuper_Type ' +
    'PySys_AddWarnOption PySys_AddWarnOptionUnicode PySys_AddXOption PySys_FormatStderr PySys_FormatStdout ' +
    'PySys_GetObject PySys_GetXOptions PySys_HasWarnOptions PySys_ResetWarnOptions PySys_SetArgv PySys_SetArgvEx ' +
    'PySys_SetObject PySys_SetPath PySys_WriteStderr PySys_WriteStdout PyThreadState_Clear PyThreadState_Delete ' +
    'PyThreadState_DeleteCurrent PyThreadState_Get PyThreadState_GetDict PyThreadState_New PyThreadState_Next ' +
    'PyThreadState_SetAsyncExc PyThreadState_Swap PyThread_GetInfo PyThread_ReInitTLS PyThread_acquire_lock ' +
    'PyThread_acquire_lock_timed PyThread_allocate_lock PyThread_create_key PyThread_delete_key ' +
    'PyThread_delete_key_value PyThread_exit_thread PyThread_free_lock PyThread_get_key_value ' +
    'PyThread_get_stacksize PyThread_get_thread_ident PyThread_init_thread PyThread_release_lock ' +
    'PyThread_set_key_value PyThread_set_stacksize PyThread_start_new_thread PyThread_tss_alloc PyThread_tss_create ' +
    'PyThread_tss_delete PyThread_tss_free PyThread_tss_get PyThread_tss_is_created PyThread_tss_set ' +
    'PyTraceBack_Here PyTraceBack_Print PyTraceBack_Type PyTraceMalloc_Track PyTraceMalloc_Untrack PyTupleIter_Type ' +
    'PyTuple_GetItem PyTuple_GetSlice PyTuple_New PyTuple_Pack PyTuple_SetItem PyTuple_Size PyTuple_Type ' +
    'PyType_ClearCache PyType_FromSpec PyType_FromSpecWithBases PyType_GenericAlloc PyType_GenericNew ' +
    'PyType_GetFlags PyType_GetSlot PyType_IsSubtype PyType_Modified PyType_Ready PyType_Type ' +
    'PyUnicodeDecodeError_Create PyUnicodeDecodeError_GetEncoding PyUnicodeDecodeError_GetEnd ' +
    'PyUnicodeDecodeError_GetObject PyUnicodeDecodeError_GetReason PyUnicodeDecodeError_GetStart ' +
    'PyUnicodeDecodeError_SetEnd PyUnicodeDecodeError_SetReason PyUnicodeDecodeError_SetStart ' +
    'PyUnicodeEncodeError_GetEncoding PyUnicodeEncodeError_GetEnd PyUnicodeEncodeError_GetObject ' +
    'PyUnicodeEncodeError_GetReason PyUnicodeEncodeError_GetStart PyUnicodeEncodeError_SetEnd ' +
    'PyUnicodeEncodeError_SetReason PyUnicodeEncodeError_SetStart PyUnicodeIter_Type PyUnicodeTranslateError_GetEnd ' +
    'PyUnicodeTranslateError_GetObject PyUnicodeTranslateError_GetReason PyUnicodeTranslateError_GetStart ' +
    'PyUnicodeTranslateError_SetEnd PyUnicodeTranslateError_SetReason PyUnicodeTranslateError_SetStart ' +
    'PyUnicode_Append PyUnicode_AppendAndDel PyUnicode_AsASCIIString PyUnicode_AsCharmapString ' +
    'PyUnicode_AsDecodedObject PyUnicode_AsDecodedUnicode PyUnicode_AsEncodedObject PyUnicode_AsEncodedString ' +
    'PyUnicode_AsEncodedUnicode PyUnicode_AsLatin1String PyUnicode_AsRawUnicodeEscapeString PyUnicode_AsUCS4 ' +
    'PyUnicode_AsUCS4Copy PyUnicode_AsUTF16String PyUnicode_AsUTF32String PyUnicode_AsUTF8 PyUnicode_AsUTF8AndSize ' +
    'PyUnicode_AsUTF8String PyUnicode_AsUnicodeEscapeString PyUnicode_AsWideChar PyUnicode_AsWideCharString ' +
    'PyUnicode_BuildEncodingMap PyUnicode_Compare PyUnicode_CompareWithASCIIString PyUnicode_Concat ' +
    'PyUnicode_Contains PyUnicode_CopyCharacters PyUnicode_Count PyUnicode_Decode PyUnicode_DecodeASCII ' +
    'PyUnicode_DecodeCharmap PyUnicode_DecodeFSDefault PyUnicode_DecodeFSDefaultAndSize PyUnicode_DecodeLatin1 ' +
    'PyUnicode_DecodeLocale PyUnicode_DecodeLocaleAndSize PyUnicode_DecodeRawUnicodeEscape PyUnicode_DecodeUTF16 ' +
    'PyUnicode_DecodeUTF16Stateful PyUnicode_DecodeUTF32 PyUnicode_DecodeUTF32Stateful PyUnicode_DecodeUTF7 ' +
    'PyUnicode_DecodeUTF7Stateful PyUnicode_DecodeUTF8 PyUnicode_DecodeUTF8Stateful PyUnicode_DecodeUnicodeEscape ' +
    'PyUnicode_EncodeFSDefault PyUnicode_EncodeLocale PyUnicode_FSConverter PyUnicode_FSDecoder PyUnicode_Fill ' +
    'PyUnicode_Find PyUnicode_FindChar PyUnicode_Format PyUnicode_FromEncodedObject PyUnicode_FromFormat ' +
    'PyUnicode_FromFormatV PyUnicode_FromKindAndData PyUnicode_FromObject PyUnicode_FromOrdinal ' +
    'PyUnicode_FromString PyUnicode_FromStringAndSize PyUnicode_FromWideChar PyUnicode_GetDefaultEncoding ' +
    'PyUnicode_GetLength PyUnicode_GetSize PyUnicode_InternFromString PyUnicode_InternImmortal ' +
    'PyUnicode_InternInPlace PyUnicode_IsIdentifier PyUnicode_Join PyUnicode_New PyUnicode_Partition ' +
    'PyUnicode_RPartition PyUnicode_RSplit PyUnicode_ReadChar PyUnicode_Replace PyUnicode_Resize ' +
    'PyUnicode_RichCompare PyUnicode_Split PyUnicode_Splitlines PyUnicode_Substring PyUnicode_Tailmatch ' +
    'PyUnicode_Translate PyUnicode_Type PyUnicode_WriteChar PyWeakref_GetObject PyWeakref_NewProxy PyWeakref_NewRef ' +
    'PyWrapperDescr_Type PyWrapper_New PyZip_Type Py_AddPendingCall Py_AtExit Py_BuildValue Py_BytesWarningFlag ' +
    'Py_CompileString Py_CompileStringExFlags Py_CompileStringFlags Py_CompileStringObject Py_DebugFlag Py_DecRef ' +
    'Py_DecodeLocale Py_DontWriteBytecodeFlag Py_EncodeLocale Py_EndInterpreter Py_Exit Py_FatalError ' +
    'Py_FdIsInteractive Py_FileSystemDefaultEncodeErrors Py_FileSystemDefaultEncoding Py_Finalize Py_FinalizeEx ' +
    'Py_FrozenFlag Py_FrozenMain Py_GetArgcArgv Py_GetBuildInfo Py_GetCompiler Py_GetCopyright Py_GetExecPrefix ' +
    'Py_GetPath Py_GetPlatform Py_GetPrefix Py_GetProgramFullPath Py_GetProgramName Py_GetPythonHome ' +
    'Py_GetRecursionLimit Py_GetVersion Py_HasFileSystemDefaultEncoding Py_HashRandomizationFlag ' +
    'Py_IgnoreEnvironmentFlag Py_IncRef Py_Initialize Py_InitializeEx Py_InspectFlag Py_InteractiveFlag ' +
    'Py_IsInitialized Py_IsolatedFlag Py_Main Py_MakePendingCalls Py_NewInterpreter Py_NoSiteFlag ' +
    'Py_NoUserSiteDirectory Py_OptimizeFlag Py_QuietFlag Py_ReprEnter Py_ReprLeave Py_SetPath Py_SetProgramName ' +
    'Py_SetPythonHome Py_SetRecursionLimit Py_UTF8Mode Py_UnbufferedStdioFlag Py_UniversalNewlineFgets ' +
    'Py_VaBuildValue Py_VerboseFlag Py_hexdigits _PyArg_NoKeywords _PyArg_NoPositional _PyArg_ParseStack ' +
    '_PyArg_ParseStackAndKeywords _PyArg_ParseTupleAndKeywordsFast _PyArg_ParseTupleAndKeywords_SizeT ' +
    '_PyArg_ParseTuple_SizeT _PyArg_Parse_SizeT _PyArg_VaParseTupleAndKeywords_SizeT _PyArg_VaParse_SizeT ' +
    '_PyAsyncGenASend_Type _PyByteArray_empty_string _PyBytesWriter_Alloc _PyBytesWriter_Dealloc ' +
    '_PyBytesWriter_Finish _PyBytesWriter_Init _PyBytesWriter_Prepare _PyBytesWriter_Resize ' +
    '_PyBytesWriter_WriteBytes _PyBytes_DecodeEscape _PyBytes_Join _PyBytes_Resize _PyCode_CheckLineNumber ' +
    '_PyCode_ConstantKey _PyContext_NewHamtForTests _PyDict_DelItemIf _PyDict_DelItem_KnownHash ' +
    '_PyDict_GetItem_KnownHash _PyDict_MergeEx _PyDict_NewPresized _PyDict_Pop _PyDict_SetItem_KnownHash ' +
    '_PyDict_SizeOf _PyErr_BadInternalCall _PyErr_FormatFromCause _PyErr_SetKeyError _PyEval_EvalFrameDefault ' +
    '_PyEval_SliceIndex _PyEval_SliceIndexNotNone _PyGen_FetchStopIterationValue _PyGen_SetStopIterationValue ' +
    '_PyImport_SetModule _PyInterpreterState_IDDecref _PyInterpreterState_IDIncref _PyInterpreterState_IDInitref ' +
    '_PyInterpreterState_LookUpID _PyList_Extend _PyLong_AsByteArray _PyLong_AsTime_t _PyLong_Copy ' +
    '_PyLong_DigitValue _PyLong_DivmodNear _PyLong_Format _PyLong_Frexp _PyLong_FromByteArray _PyLong_FromGid ' +
    '_PyLong_FromTime_t _PyLong_GCD _PyLong_New _PyLong_NumBits _PyLong_Sign _PyMem_Strdup _PyNamespace_New ' +
    '_PyNone_Type _PyNotImplemented_Type _PyOS_IsMainThread _PyOS_ReadlineTState _PyOS_URandomNonblock ' +
    '_PyObject_CallFunction_SizeT _PyObject_CallMethodId _PyObject_CallMethod_SizeT _PyObject_DebugMallocStats ' +
    '_PyObject_Dump _PyObject_GC_New _PyObject_GC_NewVar _PyObject_GC_Resize _PyObject_GenericGetAttrWithDict ' +
    '_PyObject_GenericSetAttrWithDict _PyObject_GetAttrId _PyObject_GetDictPtr _PyObject_GetMethod ' +
    '_PyObject_IsFreed _PyObject_LookupSpecial _PyObject_New _PyObject_NewVar _PyParser_TokenNames _PyRuntime ' +
    '_PySet_Dummy _PySet_NextEntry _PySet_Update _PySlice_FromIndices _PySlice_GetLongIndices _PyStack_AsDict ' +
    '_PyState_AddModule _PySys_GetSizeOf _PyThreadState_Init _PyThreadState_Prealloc _PyThread_CurrentFrames ' +
    '_PyTime_AsMicroseconds _PyTime_AsMilliseconds _PyTime_AsTimespec _PyTime_AsTimeval _PyTime_AsTimevalTime_t ' +
    '_PyTime_FromMillisecondsObject _PyTime_FromSeconds _PyTime_FromSecondsObject _PyTime_ObjectToTime_t ' +
    '_PyTime_ObjectToTimespec _PyTime_ObjectToTimeval _PyTime_gmtime _PyTime_localtime _PyTraceMalloc_GetTraceback ' +
    '_PyTraceback_Add _PyTuple_Resize _PyType_Lookup _PyType_Name _PyUnicodeWriter_Dealloc _PyUnicodeWriter_Finish ' +
    '_PyUnicodeWriter_Init _PyUnicodeWriter_PrepareInternal _PyUnicodeWriter_PrepareKindInternal ' +
    '_PyUnicodeWriter_WriteASCIIString _PyUnicodeWriter_WriteChar _PyUnicodeWriter_WriteLatin1String ' +
    '_PyUnicodeWriter_WriteStr _PyUnicodeWriter_WriteSubstring _PyUnicode_AsUTF8String _PyUnicode_Copy ' +
    '_PyUnicode_EncodeUTF16 _PyUnicode_EncodeUTF32 _PyUnicode_EqualToASCIIString _PyUnicode_FromId ' +
    '_PyUnicode_IsAlpha _PyUnicode_IsDecimalDigit _PyUnicode_IsDigit _PyUnicode_IsLinebreak _PyUnicode_IsLowercase ' +
    '_PyUnicode_IsNumeric _PyUnicode_IsPrintable _PyUnicode_IsTitlecase _PyUnicode_IsUppercase ' +
    '_PyUnicode_IsWhitespace _PyUnicode_JoinArray _PyUnicode_ToDecimalDigit _PyUnicode_ToDigit ' +
    '_PyUnicode_ToLowercase _PyUnicode_ToNumeric _PyUnicode_ToTitlecase _PyUnicode_ToUppercase ' +
    '_PyUnicode_TransformDecimalAndSpaceToASCII _PyWarnings_Init _PyWeakref_CallableProxyType _PyWeakref_ClearRef ' +
    '_PyWeakref_ProxyType _PyWeakref_RefType _Py_BreakPoint _Py_BuildValue_SizeT _Py_CheckFunctionResult ' +
    '_Py_CheckRecursiveCall _Py_Dealloc _Py_DecodeLocaleEx _Py_DisplaySourceLine _Py_EllipsisObject ' +
    '_Py_EncodeLocaleEx _Py_FalseStruct _Py_Gid_Converter _Py_HashBytes _Py_HashDouble _Py_HashSecret ' +
    '_Py_NoneStruct _Py_NotImplementedStruct _Py_RestoreSignals _Py_SetLocaleFromEnv _Py_SwappedOp _Py_TrueStruct ' +
    '_Py_Uid_Converter _Py_VaBuildValue_SizeT _Py_ascii_whitespace _Py_c_abs _Py_c_diff _Py_c_neg _Py_c_pow ' +
    '_Py_c_prod _Py_c_quot _Py_c_sum _Py_convert_optional_to_ssize_t _Py_ctype_table _Py_ctype_tolower ' +
    '_Py_ctype_toupper _Py_dup _Py_fopen_obj _Py_fstat _Py_fstat_noraise _Py_hashtable_clear ' +
    '_Py_hashtable_compare_direct _Py_hashtable_destroy _Py_hashtable_foreach _Py_hashtable_get ' +
    '_Py_hashtable_hash_ptr _Py_hashtable_new _Py_hashtable_new_full _Py_hashtable_set _Py_hashtable_size _Py_open ' +
    '_Py_open_noraise _Py_set_inheritable _Py_set_inheritable_async_safe _Py_stat _Py_strhex _Py_write ' +
    '_Py_write_noraise',
  '7 8 9 10 13':
    '_PyTrash_thread_deposit_object _PyTrash_thread_destroy_chain',
  '7 8 9 11 12':
    '_Py_DecodeUTF8Ex _Py_DecodeUTF8_surrogateescape _Py_EncodeUTF8Ex',
  '8 11 12':
    '_PyTraceBack_FromFrame _Py_HasFileSystemDefaultEncodeErrors',
  '8 11 12 13':
    '_PyPathConfig_ClearGlobal',
  '8 9':
    '_PyAST_GetDocString _PyInterpreterState_DeleteExceptMain _PyLong_FromNbIndexOrNbInt ' +
    '_PyRuntimeState_ReInitThreads _PyTraceMalloc_NewReference _Py_SymtableStringObjectFlags',
  '8 9 10 11':
    'PyCode_NewWithPosOnlyArgs _Py_UnhandledKeyboardInterrupt _Py_tracemalloc_config',
  '8 9 10 11 12':
    '_PyArgv_AsWstrList _PyDict_CheckConsistency _PyErr_CheckSignals _PyErr_Display _PyErr_Fetch ' +
    '_PyErr_NormalizeException _PyErr_Print _PyErr_Restore _PyErr_SetNone _PyErr_SetObject ' +
    '_PyErr_WriteUnraisableMsg _PyFunction_Vectorcall _PyInterpreterID_LookUp _PyInterpreterID_New ' +
    '_PyInterpreterID_Type _PyInterpreterState_GetMainModule _PyMem_GetAllocatorName _PyModuleSpec_IsInitializing ' +
    '_PyOS_InterruptOccurred _PyObject_CheckConsistency _PyThreadState_Swap _PyType_CheckConsistency ' +
    '_PyWideStringList_AsList _PyWideStringList_Clear _PyWideStringList_Copy _PyWideStringList_Extend ' +
    '_Py_ClearArgcArgv _Py_ClearStandardStreamEncoding _Py_GetEnv _Py_HandleSystemExit _Py_IsLocaleCoercionTarget ' +
    '_Py_PreInitializeFromConfig _Py_PreInitializeFromPyArgv _Py_Sigset_Converter _Py_SourceAsString ' +
    '_Py_get_env_flag _Py_get_xoption _Py_str_to_int _Py_strhex_with_sep',
  '8 9 10 11 12 13':
    'PyCompile_OpcodeStackEffectWithJump PyConfig_Clear PyConfig_InitIsolatedConfig PyConfig_InitPythonConfig ' +
    'PyConfig_Read PyConfig_SetArgv PyConfig_SetBytesArgv PyConfig_SetBytesString PyConfig_SetString ' +
    'PyConfig_SetWideStringList PyDictRevIterItem_Type PyDictRevIterKey_Type PyDictRevIterValue_Type ' +
    'PyExceptionClass_Name PyFile_OpenCode PyFile_OpenCodeObject PyFile_SetOpenCodeHook PyIndex_Check ' +
    'PyInterpreterState_GetDict PyIter_Check PyPickleBuffer_FromObject PyPickleBuffer_GetBuffer ' +
    'PyPickleBuffer_Release PyPickleBuffer_Type PyPreConfig_InitIsolatedConfig PyPreConfig_InitPythonConfig ' +
    'PyStatus_Error PyStatus_Exception PyStatus_Exit PyStatus_IsError PyStatus_IsExit PyStatus_NoMemory PyStatus_Ok ' +
    'PySys_AddAuditHook PySys_Audit PyThread_get_thread_native_id PyVectorcall_Call PyWideStringList_Append ' +
    'PyWideStringList_Insert Py_BytesMain Py_ExitStatusException Py_InitializeFromConfig Py_PreInitialize ' +
    'Py_PreInitializeFromArgs Py_PreInitializeFromBytesArgs Py_RunMain _PyArg_BadArgument _PyArg_CheckPositional ' +
    '_PyArg_UnpackKeywords _PyConfig_InitCompatConfig _PyCrossInterpreterData_Lookup ' +
    '_PyCrossInterpreterData_NewObject _PyCrossInterpreterData_RegisterClass _PyCrossInterpreterData_Release ' +
    '_PyDict_GetItemStringWithError _PyErr_Clear _PyErr_ExceptionMatches _PyErr_Format _PyErr_SetString ' +
    '_PyEval_AddPendingCall _PyInterpreterState_GetIDObject _PyInterpreterState_RequireIDRef ' +
    '_PyInterpreterState_RequiresIDRef _PyLong_Lshift _PyLong_Rshift _PyLong_Size_t_Converter ' +
    '_PyLong_UnsignedInt_Converter _PyLong_UnsignedLongLong_Converter _PyLong_UnsignedLong_Converter ' +
    '_PyLong_UnsignedShort_Converter _PyMem_GetCurrentAllocatorName _PyObject_AssertFailed ' +
    '_PyObject_CheckCrossInterpreterData _PyObject_GetCrossInterpreterData _PyObject_MakeTpCall ' +
    '_PyPreConfig_InitCompatConfig _PyUnicode_CheckConsistency _Py_GetConfigsAsDict _Py_GetErrorHandler ' +
    '_Py_InitializeMain _Py_strhex_bytes_with_sep',
  '9 10':
    '_Py_abspath _Py_isabs',
  '9 10 11':
    '_Py_FatalError_TstateNULL _Py_NewInterpreter',
  '9 10 11 12':
    '_PyArg_NoKwnames _PyErr_ChainStackItem _PyErr_CheckSignalsTstate _PyErr_FormatFromCauseTstate ' +
    '_PyErr_GetExcInfo _PyErr_NoMemory _PyEval_SetTrace _PyInterpreterState_GetConfig _PyObject_Call ' +
    '_PyObject_FastCallDictTstate _PyThreadState_DeleteCurrent _PyThread_at_fork_reinit _PyTrash_begin _PyTrash_end ' +
    '_PyUnicode_DecodeRawUnicodeEscapeStateful _PyUnicode_DecodeUnicodeEscapeStateful _Py_FatalErrorFormat ' +
    '_Py_HashPointerRaw',
  '9 10 11 12 13':
    'PyBuffer_SizeFromFormat PyCMethod_New PyCMethod_Type PyFrame_GetBack PyFrame_GetCode PyInterpreterState_Get ' +
    'PyModule_AddType PyObject_CallNoArgs PyObject_CheckBuffer PyObject_GC_IsFinalized PyObject_GC_IsTracked ' +
    'PyObject_GET_WEAKREFS_LISTPTR PyObject_IS_GC PyObject_VectorcallDict PyObject_VectorcallMethod ' +
    'PyThreadState_GetFrame PyThreadState_GetID PyThreadState_GetInterpreter PyType_FromModuleAndSpec ' +
    'PyType_GetModule PyType_GetModuleState Py_EnterRecursiveCall Py_GenericAlias Py_GenericAliasType ' +
    'Py_LeaveRecursiveCall _PyEval_SetProfile _PyInterpreterState_GetEvalFrameFunc ' +
    '_PyInterpreterState_SetEvalFrameFunc _PyObject_FunctionStr _PyThreadState_GetDict ' +
    '_PyUnicode_DecodeUnicodeEscapeInternal _PyUnicode_ScanIdentifier _Py_FatalErrorFunc _Py_GetConfig ' +
    '_Py_NewReference _Py_hashtable_steal',
};
